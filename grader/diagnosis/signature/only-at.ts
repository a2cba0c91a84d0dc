import type { Signature } from '../../contract/signature.ts';
import { type Compared, isOfDueShape, isRight, type Pair, sizesOf } from './compared.ts';

type Place = Extract<Signature, { kind: 'only-at' }>['place'];
const PLACES: readonly Place[] = ['first row', 'last row', 'first column', 'last column'];

/** The first or last row or column is wrong from end to end, and all else is right. */
export function onlyAt(compared: Compared): Signature | null {
  const { name, pairs } = compared;
  const wrong = pairs.filter((pair) => !isRight(pair));
  if (wrong.length === 0 || !isOfDueShape(compared)) return null;
  // In every case, and with more that is right than wrong: a single entry says nothing.
  if (wrong.length < pairs.length) return null;
  const [place, ...others] = PLACES.filter((each) => pairs.every((pair) => isAt(pair, each)));
  if (place === undefined || others.length > 0) return null;
  const outside = pairs.flatMap((pair) => pair.outside ?? []);
  const count = outside.filter(Boolean).length;
  return count >= 3 && outside.length - count >= 6
    ? { kind: 'only-at', outputs: [name], place }
    : null;
}

function isAt({ due, outside }: Pair, place: Place): boolean {
  const [rows, columns] = sizesOf(due);
  if ((place.endsWith('row') ? rows : columns) < 3) return false;
  return due.data.every((_, at) => {
    const [row, column] = [Math.floor(at / columns), at % columns];
    const there = {
      'first row': row === 0,
      'last row': row === rows - 1,
      'first column': column === 0,
      'last column': column === columns - 1,
    }[place];
    return there === (outside?.[at] === true);
  });
}
