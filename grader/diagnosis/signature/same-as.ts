import type { Signature } from '../../contract/signature.ts';
import { type Compared, isOfDueShape, isRight, type Named, type Surroundings } from './compared.ts';
import { agree, isInformative } from './exactness.ts';

/**
 * What came back is what was given, so that nothing was done to it, or it is what is due
 * under another name.
 */
export function sameAs(compared: Compared, { given, due }: Surroundings): Signature | null {
  if (!isOfDueShape(compared)) return null;
  const { name, pairs } = compared;
  if (pairs.some(isRight)) return null;
  if (!isInformative(pairs.flatMap(({ yours }) => yours.data))) return null;
  for (const whose of ['given', 'due'] as const) {
    const other = nearestName(name, twins(compared, whose === 'given' ? given : due));
    if (other !== null) return { kind: 'same-as', outputs: [name], whose, others: [other] };
  }
  return null;
}

function twins({ pairs }: Compared, others: readonly Named[]): readonly string[] {
  return [...(others[0]?.keys() ?? [])].filter((other) =>
    pairs.every(({ yours, due }, at) => {
      const tensor = others[at]?.get(other);
      return tensor?.shape.join() === due.shape.join() && agree(yours.data, tensor?.data ?? []);
    }),
  );
}

/** Of several names for the same numbers the one that ends alike, or else the first. */
function nearestName(name: string, others: readonly string[]): string | null {
  const end = (path: string) => path.split('.').at(-1);
  return others.find((other) => end(other) === end(name)) ?? others[0] ?? null;
}
