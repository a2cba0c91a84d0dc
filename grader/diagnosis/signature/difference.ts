import type { Signature } from '../../contract/signature.ts';
import type { Tensor } from '../../contract/value.ts';
import {
  type Compared,
  isOfDueShape,
  isRight,
  type Named,
  type Surroundings,
  sizesOf,
} from './compared.ts';
import { distinct } from './exactness.ts';
import { proportion } from './proportion.ts';

/**
 * Yours minus what is due is something that was given, times one number in each case: a
 * term with it is left out, or is one too many. A row stands for itself in every row.
 */
export function difference(compared: Compared, { given }: Surroundings): Signature | null {
  if (!isOfDueShape(compared) || compared.pairs.every(isRight)) return null;
  const fitting = [...(given[0]?.keys() ?? [])].filter((of) => isMultiple(compared, of, given));
  const [first, ...others] = fitting;
  if (first === undefined) return null;
  // One thing under several names is one; two that run alike cannot be told apart.
  const same = others.every((other) =>
    given.every((each) => each.get(other)?.data.join() === each.get(first)?.data.join()),
  );
  return same ? { kind: 'difference', outputs: [compared.name], others: [first] } : null;
}

function isMultiple({ pairs }: Compared, of: string, given: readonly Named[]): boolean {
  return pairs.every((pair, at) => {
    const { yours, due } = pair;
    const other = spread(given[at]?.get(of), due);
    if (other === null || distinct(other) < 3) return false;
    if (isRight(pair)) return true;
    const apart = due.data.map((entry, place) => (yours.data[place] ?? Number.NaN) - entry);
    return proportion(apart, other) !== null;
  });
}

/** The entries of a matrix of this shape, or those of a row repeated in every row. */
function spread(tensor: Tensor | undefined, due: Tensor): readonly number[] | null {
  if (tensor === undefined) return null;
  const [rows, columns] = sizesOf(due);
  const [ownRows, ownColumns] = sizesOf(tensor);
  if (ownColumns !== columns || (ownRows !== rows && ownRows !== 1)) return null;
  return due.data.map((_, at) => tensor.data[ownRows === 1 ? at % columns : at] ?? Number.NaN);
}
