import type { Signature } from '../../contract/signature.ts';
import { type Compared, isOfDueShape, type Surroundings } from './compared.ts';
import { distinct, EXACT, isInformative, largestOf, NEARLY } from './exactness.ts';
import { type Proportion, proportion } from './proportion.ts';
import { factorOf } from './quantities.ts';

/**
 * Every entry is that of the reference times one number. A number that nothing in the
 * exercise has wants more entries to be believed than one that something has.
 */
export function ratio(compared: Compared, { given }: Surroundings): Signature | null {
  if (!isOfDueShape(compared)) return null;
  const found: Proportion[] = [];
  const where: (typeof given)[number][] = [];
  for (const [at, { yours, due }] of compared.pairs.entries()) {
    if (largestOf(due.data) === 0 && largestOf(yours.data) === 0) continue;
    const each = proportion(yours.data, due.data);
    if (each === null || Math.abs(each.number) <= NEARLY) return null;
    found.push(each);
    where.push(given[at] ?? new Map());
  }
  const exact = found.every((each) => each.exact);
  const numbers = found.map(({ number }) => number);
  // What is off by next to nothing is no multiple.
  if (numbers.every((number) => Math.abs(number - 1) <= NEARLY)) return null;
  const factor = factorOf(numbers, where, exact ? 10 * EXACT : NEARLY);
  if (factor === null) return null;
  const entries = compared.pairs.flatMap(({ due }) => due.data);
  const isNamed = factor.quantities.length > 0 || [-1, 2, 0.5].includes(Number(factor.number));
  const isFree = factor.number === null && factor.quantities.length === 0;
  const enough = isFree
    ? compared.pairs.every(({ due }) => distinct(due.data) >= 3)
    : isNamed
      ? isInformative(entries)
      : distinct(entries) >= 3;
  return enough ? { kind: 'ratio', outputs: [compared.name], factor, exact } : null;
}
