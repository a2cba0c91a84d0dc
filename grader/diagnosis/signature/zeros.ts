import type { Signature } from '../../contract/signature.ts';
import { type Compared, isOfDueShape, isRight } from './compared.ts';
import { isInformative } from './exactness.ts';

/** Nothing but zeros, or zeros alone are wrong, or what should be zero is not. */
export function zeros(compared: Compared): Signature | null {
  const { name, pairs } = compared;
  const wrong = pairs.filter((pair) => !isRight(pair));
  if (wrong.length === 0 || !isOfDueShape(compared)) return null;
  const due = pairs.flatMap((pair) => pair.due.data);
  if (pairs.every(({ yours }) => yours.data.every((entry) => entry === 0))) {
    return due.filter((entry) => entry !== 0).length > 1
      ? { kind: 'zero', outputs: [name], where: 'everywhere' }
      : null;
  }
  const entries = pairs.flatMap(({ yours, due, outside }) =>
    due.data.map((entry, at) => ({
      yours: yours.data[at] ?? Number.NaN,
      due: entry,
      outside: outside?.[at] === true,
    })),
  );
  const astray = entries.filter(({ outside }) => outside);
  const kept = entries.filter(({ outside, due }) => !outside && due !== 0);
  // Of labels and gates, half of what is wrong is a zero by chance.
  if (!isInformative(due) || !isInformative(kept.map((entry) => entry.due))) return null;
  if (astray.length < 2) return null;
  if (astray.every((entry) => entry.yours === 0)) {
    return { kind: 'zero', outputs: [name], where: 'somewhere' };
  }
  return astray.every((entry) => entry.due === 0) ? { kind: 'not-zero', outputs: [name] } : null;
}
