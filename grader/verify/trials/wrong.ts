import { makeStub, StubFailure } from '../../analysis/stub.ts';
import type { Course, CourseExercise, Solution } from '../../contract/course.ts';
import type { ExerciseSlug } from '../../contract/identity.ts';
import type { Mistake } from '../../contract/mistake.ts';
import { grade } from '../../grade.ts';
import { applyMistake, readMistakes } from '../../mistakes.ts';
import { Session } from '../../sandbox/session.ts';
import { exerciseOf } from '../../solutions.ts';
import { judgeMistakes } from '../as-if-run.ts';
import type { Bench } from '../bench.ts';
import type { WrongFinding } from '../finding.ts';
import { breachIn, breachOfWords, otherThanByKey } from '../mistakes.ts';
import { exerciseIn, solutionsBut, submissionOf } from '../submission.ts';
import { FIRST_SEED, type Share, type Task } from '../task.ts';

/** Grades the stub of an exercise and a share of its mistakes, by the key of the first seed. */
export async function tryWrong(
  { slug, share }: Extract<Task, { kind: 'wrong' }>,
  bench: Bench,
): Promise<readonly WrongFinding[]> {
  const { course } = bench.tools;
  const exercise = exerciseOf(course, slug);
  const mistakes = await tryMistakes(exercise, share, bench);
  const gift = await giftTo(exercise, bench);
  return [{ kind: 'wrong', slug, gift, drift: driftOf(exercise, course), mistakes }];
}

/** Looks at the words of every mistake, and hands in a share of them. */
async function tryMistakes(
  exercise: CourseExercise,
  { part, of }: Share,
  bench: Bench,
): Promise<WrongFinding['mistakes']> {
  const { slug, solution } = exercise;
  if (solution === null) return [];
  const { course, kinds } = bench.tools;
  const key = await bench.keys(FIRST_SEED).withMistakes(slug);
  const byKey = judgeMistakes({ course: course.id, exercise, kinds, key, seed: FIRST_SEED });
  const handIn = async (mistake: Mistake): Promise<string | null> => {
    const { id } = mistake;
    const text = applyMistake(slug, solution.source, mistake);
    const submission = solutionsBut(course, id, slug, text);
    const { result } = await grade(bench.grading(FIRST_SEED, [slug]), submission);
    const run = exerciseIn(result, slug);
    return otherThanByKey(run, byKey.get(id), key) ?? breachIn(id, run);
  };
  const tried: WrongFinding['mistakes'][number][] = [];
  for (const [at, mistake] of (await mistakesOf(slug, solution)).entries()) {
    const { id, title } = mistake;
    const isInShare = at % of === part;
    const breach = breachOfWords(mistake, solution) ?? (isInShare ? await handIn(mistake) : null);
    tried.push({ id, title, seed: FIRST_SEED, breach });
  }
  return tried;
}

function mistakesOf(slug: ExerciseSlug, solution: Solution): Promise<readonly Mistake[]> {
  const session = new Session(128);
  return readMistakes(session, slug, solution).finally(() => session.close());
}

/** What an untouched stub earns, in the midst of other stubs. */
async function giftTo({ slug }: CourseExercise, bench: Bench): Promise<string | null> {
  const submission = submissionOf(bench.tools.course, 'stub', ({ stub }) => stub);
  const { result } = await grade(bench.grading(FIRST_SEED, [slug]), submission);
  const gift = result.exercises
    .flatMap(({ checks }) => checks)
    .find(({ status }) => status === 'pass');
  if (gift !== undefined) return `gives points for ${gift.id}`;
  return result.points.earned === 0 ? null : 'gives points';
}

function driftOf({ solution, stub }: CourseExercise, course: Course): string | null {
  const files = new Map(course.exercises.map(({ slug, manifest }) => [slug, manifest.file]));
  try {
    const holds = solution !== null && makeStub(solution.source, files) === stub;
    return holds ? null : 'run "chainrule stub" to write the stub anew';
  } catch (error) {
    if (!(error instanceof StubFailure)) throw error;
    return error.message;
  }
}
