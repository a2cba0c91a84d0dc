import { repairIn } from '../../analysis/repair.ts';
import { makeStub, StubFailure } from '../../analysis/stub.ts';
import type { Course, CourseExercise } from '../../contract/course.ts';
import type { Mistake } from '../../contract/mistake.ts';
import type { Result } from '../../contract/result.ts';
import { grade } from '../../grade.ts';
import { applyMistake, readMistakes } from '../../mistakes.ts';
import { Session } from '../../sandbox/session.ts';
import { exerciseOf, solutionOf } from '../../solutions.ts';
import type { Bench } from '../bench.ts';
import type { WrongFinding } from '../finding.ts';
import { solutionsBut, submissionOf } from '../submission.ts';
import { FIRST_SEED, type Task } from '../task.ts';

/** Grades the stub of an exercise and every mistake in it, by the key of the first seed. */
export async function tryWrong(
  { slug }: Extract<Task, { kind: 'wrong' }>,
  bench: Bench,
): Promise<readonly WrongFinding[]> {
  const { course } = bench.tools;
  const exercise = exerciseOf(course, slug);
  const mistakes: WrongFinding['mistakes'][number][] = [];
  for (const mistake of await mistakesOf(exercise)) {
    const { id, title } = mistake;
    mistakes.push({ id, title, breaches: await breachesOf(mistake, exercise, bench) });
  }
  const gift = await giftTo(exercise, bench);
  return [{ kind: 'wrong', slug, gift, drift: driftOf(exercise, course), mistakes }];
}

async function mistakesOf({ slug, solution }: CourseExercise): Promise<readonly Mistake[]> {
  if (solution === null) return [];
  const session = new Session(128);
  return readMistakes(session, slug, solution).finally(() => session.close());
}

async function breachesOf(
  mistake: Mistake,
  exercise: CourseExercise,
  bench: Bench,
): Promise<readonly string[]> {
  const { slug } = exercise;
  const { id, title, hint } = mistake;
  const { source } = solutionOf(exercise);
  const text = applyMistake(slug, source, mistake);
  const submission = solutionsBut(bench.tools.course, id, slug, text);
  const { result } = await grade(bench.grading(FIRST_SEED, [slug]), submission);
  const told = repairIn(`${title}\n${hint}`, source);
  const breaches = told === null ? [] : [`the words of ${id} give the repair away: ${told}`];
  if (!losesPoints(result)) return [...breaches, `full marks for ${id}`];
  return isNamed(result, id) ? breaches : [...breaches, `${id} is not named`];
}

function losesPoints({ points, status }: Result): boolean {
  return points.earned < points.possible && status === 'fail';
}

function isNamed(result: Result, id: string): boolean {
  return result.exercises.some(({ mistakes }) => mistakes.some((mistake) => mistake.id === id));
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
