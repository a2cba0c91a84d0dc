import { asHandedIn } from '../analysis/stub.ts';
import type { Course, CourseExercise } from '../contract/course.ts';
import type { Mistake } from '../contract/mistake.ts';
import type { Result } from '../contract/result.ts';
import { grade } from '../grade.ts';
import { loadKinds } from '../load.ts';
import { KeyMaker } from '../make-key.ts';
import { applyTogether, readMistakes } from '../mistakes.ts';
import { Session } from '../sandbox/session.ts';
import { Sessions } from '../sandbox/sessions.ts';
import { solutionOf } from '../solutions.ts';
import { submissionOf } from '../verify/submission.ts';

/** Milliseconds of explaining what failed, and the same in times of running what failed. */
export interface DiagnosisTimes {
  readonly explained: readonly number[];
  readonly ratios: readonly number[];
}

/** How long explaining takes where one mistake was made, and where two were that no one made before. */
export async function diagnosisTimes(
  course: Course,
): Promise<{ readonly single: DiagnosisTimes; readonly pair: DiagnosisTimes }> {
  const names = new Map(course.exercises.map(({ slug, manifest }) => [slug, manifest.file]));
  const grading = {
    course,
    kinds: await loadKinds(course),
    // Nothing of a source is looked at: that is no part of what is measured.
    analyst: { analyse: async () => new Map() },
    sessions: new Sessions(),
    keys: new KeyMaker(course, '1'),
  };
  const single: Result['timings'][] = [];
  const pair: Result['timings'][] = [];
  const timed = async (exercise: CourseExercise, made: readonly Mistake[]) => {
    const { slug } = exercise;
    const source = applyTogether(slug, solutionOf(exercise).source, made);
    if (source === null) return;
    const submission = submissionOf(course, slug, (each) =>
      asHandedIn(each === exercise ? source : solutionOf(each).source, names),
    );
    const only = { ...grading, only: new Set([slug]) };
    (made.length === 1 ? single : pair).push((await grade(only, submission)).result.timings);
  };
  try {
    for (const exercise of course.exercises) {
      const session = new Session(128);
      const { slug } = exercise;
      const mistakes = await readMistakes(session, slug, solutionOf(exercise));
      session.close();
      // A student's repository has them in its key.
      await grading.keys.withMistakes(slug);
      for (const [at, mistake] of mistakes.entries()) {
        await timed(exercise, [mistake]);
        const next = mistakes[at + 1];
        if (next !== undefined) await timed(exercise, [mistake, next]);
      }
    }
  } finally {
    grading.keys.close();
  }
  return { single: timesOf(single), pair: timesOf(pair) };
}

function timesOf(all: readonly Result['timings'][]): DiagnosisTimes {
  const explained = all.map(({ explain = 0 }) => explain);
  const ratios = all.map(({ explain = 0, run = Number.NaN }) => explain / run);
  return { explained, ratios };
}
