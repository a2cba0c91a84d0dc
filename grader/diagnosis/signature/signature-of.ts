import { MOST_SIGNATURES, type Signature } from '../../contract/signature.ts';
import type { Compared, Surroundings } from './compared.ts';
import { difference } from './difference.ts';
import { onlyAt } from './only-at.ts';
import { onlyWhere } from './only-where.ts';
import { ratio } from './ratio.ts';
import { sameAs } from './same-as.ts';
import { shape } from './shape.ts';
import { shifted } from './shifted.ts';
import { transposed } from './transposed.ts';
import { zeros } from './zeros.ts';

type Look = (compared: Compared, surroundings: Surroundings) => Signature | null;

/** What says everything about an output, before what says how it is off. */
const WHOLE: readonly Look[] = [transposed, shape, sameAs];
const PARTIAL: readonly Look[] = [ratio, shifted, zeros, onlyWhere, onlyAt, difference];

/**
 * What the numbers of one output look like: one explanation, or two that fit equally
 * well. Where more fit none is told, because it would be a guess.
 */
export function signaturesOf(compared: Compared, surroundings: Surroundings): readonly Signature[] {
  const empty = zeros(compared);
  if (empty?.kind === 'zero' && empty.where === 'everywhere') return [empty];
  for (const looks of [WHOLE, PARTIAL]) {
    const found = looks.flatMap((look) => look(compared, surroundings) ?? []);
    if (found.length > 0) return found.length > MOST_SIGNATURES ? [] : found;
  }
  return [];
}
