import type { Signature } from '../../contract/signature.ts';
import type { Tensor } from '../../contract/value.ts';
import { type Compared, isOfDueShape, type Named, type Surroundings } from './compared.ts';

/** How seldom chance may put everything wrong on one side, before it counts as no chance. */
const SELDOM = 1e-6;

type Sign = Extract<Signature, { kind: 'only-where' }>['sign'];
const SIGNS: readonly Sign[] = ['negative', 'positive', 'zero'];

/** What is wrong stands where a matrix of the same shape has one sign, and all else is right. */
export function onlyWhere(compared: Compared, { given, due }: Surroundings): Signature | null {
  if (!isOfDueShape(compared)) return null;
  const fitting: { readonly sign: Sign; readonly of: string; readonly pattern: string }[] = [];
  for (const others of [given, due]) {
    for (const of of others[0]?.keys() ?? []) {
      const signs = signsOf(compared, of, others);
      if (of === compared.name || signs === null) continue;
      for (const sign of SIGNS) {
        if (fits(compared, signs, sign)) fitting.push({ sign, of, pattern: signs.join() });
      }
    }
    // What comes of what was given has its signs from there.
    if (fitting.length > 0) break;
  }
  const [first, ...more] = fitting;
  if (first === undefined || more.some(({ pattern }) => pattern !== first.pattern)) return null;
  return { kind: 'only-where', outputs: [compared.name], sign: first.sign, of: first.of };
}

/** The signs of another matrix in all cases, or `null` where its shape is another. */
function signsOf(
  { pairs }: Compared,
  of: string,
  others: readonly Named[],
): readonly number[] | null {
  const tensors: Tensor[] = [];
  for (const [at, { due }] of pairs.entries()) {
    const tensor = others[at]?.get(of);
    if (tensor?.shape.length !== 2 || tensor.shape.join() !== due.shape.join()) return null;
    tensors.push(tensor);
  }
  return tensors.flatMap(({ data }) => data.map(Math.sign));
}

function fits({ pairs }: Compared, signs: readonly number[], wanted: Sign): boolean {
  const outside = pairs.flatMap((pair) => pair.outside ?? []);
  const at = wanted === 'negative' ? -1 : wanted === 'positive' ? 1 : 0;
  const count = (holds: (sign: number, wrong: boolean) => boolean) =>
    signs.filter((sign, place) => holds(sign, outside[place] === true)).length;
  const wrong = count((sign, isWrong) => sign === at && isWrong);
  const astray = count((sign, isWrong) => isWrong && sign !== at && sign !== 0);
  const elsewhere = count((sign) => sign !== at && sign !== 0);
  if (wanted === 'zero') {
    // Zeros that were planted are few, but all of them have to be wrong and nothing else.
    return wrong >= 2 && wrong === count((sign) => sign === 0) && astray === 0 && elsewhere > wrong;
  }
  const side = count((sign) => sign === at);
  const byChance = chanceOfOneSide(wrong, side, side + elsewhere);
  return astray === 0 && 2 * wrong >= side && byChance < SELDOM;
}

/** How often `wrong` of all entries, drawn without putting any back, come from one side alone. */
function chanceOfOneSide(wrong: number, side: number, all: number): number {
  let chance = 1;
  for (let drawn = 0; drawn < wrong; drawn += 1) chance *= (side - drawn) / (all - drawn);
  return chance;
}
