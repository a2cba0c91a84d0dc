import type { CourseExercise } from '../contract/course.ts';
import type { ExerciseSlug } from '../contract/identity.ts';

/** One piece of a proof, which a worker tries by itself: plain data, as is what it finds. */
export type Task =
  /** Solutions, and the other right ways of each, by the key of one seed. */
  | { readonly kind: 'right'; readonly seed: string; readonly slugs: readonly ExerciseSlug[] }
  /** The solutions once more, with everything made anew. */
  | { readonly kind: 'again'; readonly slugs: readonly ExerciseSlug[] }
  /** The stub, and every so-many-th mistake; keys alone tell of the others. */
  | { readonly kind: 'wrong'; readonly slug: ExerciseSlug; readonly share: Share }
  /** Two mistakes at once, a sample of all pairs. */
  | { readonly kind: 'pairs'; readonly slug: ExerciseSlug }
  /** Programs trained on many seeds, for the checks that have a threshold. */
  | { readonly kind: 'thresholds'; readonly slug: ExerciseSlug }
  /** The inputs of some seeds. */
  | { readonly kind: 'fixtures'; readonly slug: ExerciseSlug; readonly seeds: number }
  /** Every so-many-th mutant of a solution. */
  | { readonly kind: 'mutants'; readonly slug: ExerciseSlug; readonly share: Share };

/** Each `of`-th of many, beginning with the `part`-th; all parts together are all of them. */
export interface Share {
  readonly part: number;
  readonly of: number;
}

/** What is to be proved. */
export interface Plan {
  readonly exercises: readonly CourseExercise[];
  /** How many seeds the solutions and their alternatives are tried on. */
  readonly seeds: number;
  /** Whether samples of the mutants and of the mistakes are enough. */
  readonly quick: boolean;
}

/** The seed that wrong programs are judged by, and two runs are compared on. */
export const FIRST_SEED = '1';

/** One in so many mutants is tried where a sample is enough. */
export const SAMPLE = 50;

/** One in so many mistakes is handed in where a sample is enough. */
export const SAMPLE_OF_MISTAKES = 4;

/** Characters of a solution whose mutants keep a worker busy for some seconds. */
const CHARACTERS = 400;

/** A plan cut into pieces, the largest first, so that no worker is left with one at the end. */
export function tasksOf({ exercises, seeds, quick }: Plan): readonly Task[] {
  const slugs = exercises.map(({ slug }) => slug);
  // One worker takes a whole seed, because exercises share the keys of those that they build on.
  const groups = seeds === 1 ? slugs.map((slug) => [slug]) : [slugs];
  return [
    { kind: 'again', slugs },
    ...slugs.map(
      (slug): Task => ({
        kind: 'wrong',
        slug,
        share: { part: 0, of: quick ? SAMPLE_OF_MISTAKES : 1 },
      }),
    ),
    ...(quick
      ? []
      : slugs.flatMap((slug): Task[] => [
          { kind: 'thresholds', slug },
          { kind: 'pairs', slug },
        ])),
    ...Array.from({ length: seeds }, (_, at) => String(at + 1)).flatMap((seed) =>
      groups.map((slugs): Task => ({ kind: 'right', seed, slugs })),
    ),
    ...slugs.map((slug): Task => ({ kind: 'fixtures', slug, seeds })),
    ...exercises.flatMap((exercise) =>
      sharesOf(exercise, quick).map(
        (share): Task => ({ kind: 'mutants', slug: exercise.slug, share }),
      ),
    ),
  ];
}

function sharesOf({ solution }: CourseExercise, quick: boolean): readonly Share[] {
  if (solution === null) return [];
  if (quick) return [{ part: 0, of: SAMPLE }];
  const of = Math.ceil(solution.source.length / CHARACTERS);
  return Array.from({ length: of }, (_, part) => ({ part, of }));
}
