import type { Course, CourseExercise } from './contract/course.ts';
import { caseSeed } from './make-key.ts';
import { type Fixture, makeFixtures, ReferenceFailure } from './sandbox/reference.ts';
import type { Session } from './sandbox/session.ts';
import { broken, compileInCourse, inWords, solutionOf } from './solutions.ts';

/** The cases of probes, seed by seed. */
export type SeededFixtures = readonly {
  readonly seed: string;
  readonly probes: Readonly<Record<string, readonly Fixture[]>>;
}[];

/** Which cases are asked for. */
export interface AskedFixtures {
  readonly course: Course;
  readonly exercise: CourseExercise;
  readonly seeds: readonly string[];
  readonly isWanted: (probe: string) => boolean;
}

/**
 * Inputs and truths as a key of each seed would hold them, with nothing run on them: that
 * costs so little that many seeds can be looked at.
 *
 * @throws Refusal when the solution does not compile or load, or an input cannot be made
 */
export async function makeFixturesOf(
  session: Session,
  { course, exercise, seeds, isWanted }: AskedFixtures,
): Promise<SeededFixtures> {
  const { slug, limits } = exercise;
  const compiled = await compileInCourse(course, exercise, solutionOf(exercise).source);
  if (compiled.state === 'failed')
    throw broken(slug, `solution does not compile: ${inWords(compiled)}`);
  const sources = seeds.map(
    (seed) => (probe: string, index: number, purpose: 'input' | 'truth') =>
      caseSeed(seed, slug, probe, index, purpose),
  );
  try {
    const made = await makeFixtures(session, compiled.code, limits, isWanted, sources);
    return made.map((probes, at) => ({ seed: seeds[at] ?? '', probes }));
  } catch (error) {
    if (error instanceof ReferenceFailure) throw broken(slug, error.message);
    throw error;
  }
}
