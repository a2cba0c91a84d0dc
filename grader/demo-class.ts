import { asHandedIn } from './analysis/stub.ts';
import type { Course, CourseExercise } from './contract/course.ts';
import type { ExerciseSlug } from './contract/identity.ts';
import type { KeyExercise } from './contract/key.ts';
import { NOT_WRITTEN } from './contract/stub.ts';
import type { KeySource } from './make-key.ts';
import { applyMistake, readMistakes } from './mistakes.ts';
import { Session } from './sandbox/session.ts';

/** The one of the class whose reference is silenced, so that it cannot be judged. */
export const UNJUDGED = 'needs-review';

/** A made-up submission: a name that says what it is, its files by exercise, and the key it is graded with. */
export interface DemoSubmission {
  readonly id: string;
  readonly files: ReadonlyMap<ExerciseSlug, string>;
  /** The key as such unless something else is told here. */
  readonly keyFrom?: (keys: KeySource) => KeySource;
}

/**
 * A small class made from a course itself, so that it never goes stale: a right
 * submission, untouched stubs, one half done, a known mistake of each exercise,
 * one that never stops, one that does not parse, one that is graded as in a
 * student's own repository, and one that we cannot judge.
 */
export async function demoClass(course: Course): Promise<readonly DemoSubmission[]> {
  const names = new Map(course.exercises.map(({ slug, manifest }) => [slug, manifest.file]));
  const right = ({ solution }: CourseExercise): string => asHandedIn(solution?.source ?? '', names);
  const half = Math.ceil(course.exercises.length / 2);
  const [first] = course.exercises;
  const [, second = first] = course.exercises;
  // Without its solution, others wait for it.
  const foundation =
    course.exercises.find(({ slug }) =>
      course.exercises.some(({ manifest }) => manifest.buildsOn.includes(slug)),
    ) ?? first;
  return [
    submission(course, 'all-right', right),
    submission(course, 'untouched', ({ stub }) => stub),
    submission(course, 'half-way', (exercise) =>
      course.exercises.indexOf(exercise) < half ? right(exercise) : exercise.stub,
    ),
    ...(await oneMistakeEach(course, names, right)),
    submission(course, 'never-stops', (exercise) =>
      exercise === second ? endless(exercise.stub) : right(exercise),
    ),
    submission(course, 'does-not-parse', (exercise) =>
      exercise === first ? right(exercise).replace('{', '{{') : right(exercise),
    ),
    {
      ...submission(course, 'graded-by-key', (exercise) =>
        exercise === foundation ? exercise.stub : right(exercise),
      ),
      keyFrom: (keys) => ({ ...delegating(keys), canLink: false }),
    },
    {
      ...submission(course, UNJUDGED, right),
      keyFrom: (keys) => ({
        ...delegating(keys),
        exercise: async (slug) => {
          const exercise = await keys.exercise(slug);
          return slug === first?.slug ? speechless(exercise) : exercise;
        },
      }),
    },
  ];
}

async function oneMistakeEach(
  course: Course,
  names: ReadonlyMap<ExerciseSlug, string>,
  right: (exercise: CourseExercise) => string,
): Promise<readonly DemoSubmission[]> {
  const submissions: DemoSubmission[] = [];
  const session = new Session(128);
  try {
    for (const exercise of course.exercises) {
      const { slug, solution } = exercise;
      if (solution === null) continue;
      const mistakes = await readMistakes(session, slug, solution);
      // Another place of the list for each exercise, so that the mistakes differ in kind.
      const mistake = mistakes[(submissions.length * 2) % Math.max(1, mistakes.length)];
      if (mistake === undefined) continue;
      const text = asHandedIn(applyMistake(slug, solution.source, mistake), names);
      submissions.push(
        submission(course, `mistake-in-${slug.slice(0, 2)}`, (each) =>
          each === exercise ? text : right(each),
        ),
      );
    }
  } finally {
    session.close();
  }
  return submissions;
}

/** The same source of keys, for changing one thing about it. */
function delegating(keys: KeySource): KeySource {
  return {
    seed: keys.seed,
    secret: keys.secret,
    canLink: keys.canLink,
    exercise: (slug) => keys.exercise(slug),
    withMistakes: (slug) => keys.withMistakes(slug),
    pairs: (key, pairs, shown) => keys.pairs(key, pairs, shown),
    key: () => keys.key(),
    close: () => keys.close(),
  };
}

/** A key whose reference gave no answer to its first probe, as if the course were broken. */
function speechless(exercise: KeyExercise): KeyExercise {
  const [name] = Object.keys(exercise.probes);
  const probe = exercise.probes[name ?? ''];
  if (name === undefined || probe === undefined) return exercise;
  const cases = probe.cases.map((each) => ({
    ...each,
    reference: { outcome: 'ended-early' as const },
  }));
  return { ...exercise, probes: { ...exercise.probes, [name]: { ...probe, cases } } };
}

/** A stub whose first function never comes to an end. */
function endless(stub: string): string {
  return stub.replace(new RegExp(`throw new Error\\('${NOT_WRITTEN}[^']*'\\);`), 'for (;;) {}');
}

function submission(
  course: Course,
  id: string,
  textOf: (exercise: CourseExercise) => string,
): DemoSubmission {
  return {
    id,
    files: new Map(course.exercises.map((exercise) => [exercise.slug, textOf(exercise)])),
  };
}
