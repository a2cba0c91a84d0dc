import type { Solution } from './contract/course.ts';
import type { ExerciseSlug } from './contract/identity.ts';
import { isHeldOut, type KeyExercise, type KeyMistake } from './contract/key.ts';
import { type Mistake, MistakesSchema } from './contract/mistake.ts';
import { Refusal } from './contract/refusal.ts';
import { validated } from './contract/validator.ts';
import { sameObservations } from './diagnosis/same.ts';
import { compileData } from './sandbox/compile.ts';
import type { observe } from './sandbox/observe.ts';
import type { Session } from './sandbox/session.ts';
import { broken, inWords } from './solutions.ts';

/** The mistakes of an exercise, read behind the wall like everything an author or a student wrote. */
export async function readMistakes(
  session: Session,
  slug: ExerciseSlug,
  solution: Solution,
): Promise<readonly Mistake[]> {
  const file = `solutions/${slug}/mistakes.ts`;
  const compiled = await compileData('mistakes.ts', solution.mistakes);
  if (compiled.state === 'failed') throw broken(slug, `mistakes.ts: ${inWords(compiled)}`);
  const answer = await session.data(compiled.code, 'mistakes');
  const remedy = 'Export "mistakes", a list of { id, title, hint, edits }.';
  if (answer.outcome !== 'made')
    throw broken(slug, `mistakes.ts cannot be read (${answer.outcome})`);
  const mistakes = validated(MistakesSchema, answer.value, {
    code: 'broken-course',
    what: file,
    remedy,
  });
  const ids = mistakes.map(({ id }) => id);
  const twice = ids.find((id, at) => ids.indexOf(id) !== at);
  if (twice !== undefined) throw broken(slug, `two mistakes have the id "${twice}"`);
  return mistakes;
}

/**
 * The solution with a mistake in it.
 *
 * @throws Refusal when the text of an edit does not stand exactly once in the solution
 */
export function applyMistake(slug: ExerciseSlug, source: string, mistake: Mistake): string {
  return mistake.edits.reduce((text, { find, replace }) => {
    const parts = text.split(find);
    if (parts.length === 2) return parts.join(replace);
    const times = parts.length - 1;
    throw broken(
      slug,
      `mistake "${mistake.id}": its edit stands ${times} times in solution.ts, not once`,
    );
  }, source);
}

/** The solution with several mistakes in it, or `null` where their edits are in each other's way. */
export function applyTogether(
  slug: ExerciseSlug,
  source: string,
  mistakes: readonly Mistake[],
): string | null {
  try {
    return mistakes.reduce((text, each) => applyMistake(slug, text, each), source);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** What departs from the reference, by probe. */
export function departures(
  probes: Awaited<ReturnType<typeof observe>>['probes'],
  key: KeyExercise,
): KeyMistake['departs'] {
  return Object.fromEntries(
    Object.entries(probes).filter(([name, observations]) => {
      const reference = key.probes[name]?.cases.map((each) => each.reference) ?? [];
      return !sameObservations(observations, reference);
    }),
  );
}

/**
 * The probes that mistakes are run on. Long training on held-out data is left out:
 * what is wrong shows before it, and it would cost more than all the rest.
 */
export function tellingProbes(key: KeyExercise): KeyExercise['probes'] {
  return Object.fromEntries(
    Object.entries(key.probes).filter(([, { cases }]) => !cases.some(isHeldOut)),
  );
}
