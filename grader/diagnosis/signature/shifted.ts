import type { Signature } from '../../contract/signature.ts';
import { type Compared, isRight, sizesOf } from './compared.ts';
import { agree, distinct } from './exactness.ts';

type Shift = Extract<Signature, { kind: 'shifted' }>['by'];

/** Which part of each list is to be held to which of the other, by how much longer yours is. */
const SHIFTS: readonly {
  readonly by: Shift;
  readonly longer: number;
  readonly yours: readonly [from: number, to: number | undefined];
  readonly due: readonly [from: number, to: number | undefined];
}[] = [
  { by: 'one later', longer: 0, yours: [0, -1], due: [1, undefined] },
  { by: 'one earlier', longer: 0, yours: [1, undefined], due: [0, -1] },
  { by: 'one more at the start', longer: 1, yours: [1, undefined], due: [0, undefined] },
  { by: 'one more at the end', longer: 1, yours: [0, -1], due: [0, undefined] },
  { by: 'the first lacks', longer: -1, yours: [0, undefined], due: [1, undefined] },
  { by: 'the last lacks', longer: -1, yours: [0, undefined], due: [0, -1] },
];

/** A list that begins one step too early or too late, as where a loss is noted after its step. */
export function shifted({ name, pairs }: Compared): Signature | null {
  const isList = pairs.every(({ yours, due }) => sizesOf(yours)[0] === 1 && sizesOf(due)[0] === 1);
  if (!isList || pairs.length === 0 || pairs.some(isRight)) return null;
  const found = SHIFTS.filter((shift) =>
    pairs.every(({ yours, due }) => {
      const part = due.data.slice(...shift.due);
      return (
        yours.data.length - due.data.length === shift.longer &&
        distinct(part) >= 3 &&
        agree(yours.data.slice(...shift.yours), part)
      );
    }),
  );
  const [first, ...others] = found;
  if (first === undefined || others.length > 0) return null;
  return { kind: 'shifted', outputs: [name], by: first.by };
}
