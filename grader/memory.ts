import type { ExerciseEvidence } from './contract/evidence.ts';
import type { ExerciseSlug } from './contract/identity.ts';

/**
 * What programs did, for who grades the same folder again and again by one key: a
 * file that stands as it stood, with all that it is linked with, behaves as it did.
 */
export class Memory {
  readonly #known = new Map<
    string,
    { readonly texts: string; readonly evidence: ExerciseEvidence }
  >();

  /** Evidence of the same texts, or `null`. */
  recall(
    slug: ExerciseSlug,
    linked: readonly ExerciseSlug[],
    texts: string,
  ): ExerciseEvidence | null {
    const known = this.#known.get(placeOf(slug, linked));
    return known?.texts === texts ? known.evidence : null;
  }

  /**
   * Of each exercise the last is kept, with and without the reference for earlier ones;
   * what may come out another way the next time is not.
   */
  keep(evidence: ExerciseEvidence, texts: string): void {
    if (!isLasting(evidence)) return;
    this.#known.set(placeOf(evidence.slug, evidence.linked), { texts, evidence });
  }

  /** Has everything run anew. */
  forget(): void {
    this.#known.clear();
  }
}

/** Whether a program ran, and what ended it was its own doing: a busy machine can end one, too. */
function isLasting({ module, probes }: ExerciseEvidence): boolean {
  if (module.state !== 'loaded') return false;
  return Object.values(probes).every((cases) =>
    cases.every(({ outcome }) => outcome !== 'ended-early'),
  );
}

function placeOf(slug: ExerciseSlug, linked: readonly ExerciseSlug[]): string {
  return linked.length === 0 ? slug : `${slug} with the reference`;
}
