import { asHandedIn } from './analysis/stub.ts';
import type { Course, CourseExercise } from './contract/course.ts';
import type { ExerciseSlug } from './contract/identity.ts';
import { NOT_WRITTEN } from './contract/stub.ts';
import { applyMistake, readMistakes } from './make-key.ts';
import { Session } from './sandbox/session.ts';

/** A made-up submission: a name that says what it is, and its files by exercise. */
export interface DemoSubmission {
  readonly id: string;
  readonly files: ReadonlyMap<ExerciseSlug, string>;
}

/**
 * A small class made from a course itself, so that it never goes stale: a right
 * submission, untouched stubs, one half done, a known mistake of each exercise,
 * one that never stops and one that does not parse.
 */
export async function demoClass(course: Course): Promise<readonly DemoSubmission[]> {
  const names = new Map(course.exercises.map(({ slug, manifest }) => [slug, manifest.file]));
  const right = ({ solution }: CourseExercise): string => asHandedIn(solution?.source ?? '', names);
  const half = Math.ceil(course.exercises.length / 2);
  const [first] = course.exercises;
  const [, second = first] = course.exercises;
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
