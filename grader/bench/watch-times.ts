import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { asHandedIn } from '../analysis/stub.ts';
import type { Course, CourseExercise } from '../contract/course.ts';
import { applyMistake, readMistakes } from '../mistakes.ts';
import { Session } from '../sandbox/session.ts';
import { solutionOf } from '../solutions.ts';
import { hasPseudoTerminals, PseudoTerminal } from './pseudo-terminal.ts';

/** Milliseconds from before a file is saved until the new screen was written. */
export interface WatchTimes {
  /** Until the first cause stands there, after a mistake was made. */
  readonly wrong: readonly number[];
  /** Until it is said that all is right, after it was mended. */
  readonly right: readonly number[];
}

/** The line below title and place of an exercise: what there is to do, or that nothing is. */
const BODY = 5;
const RIGHT = 'Well done';

/**
 * Makes mistakes in every exercise and mends them, in a real terminal, one after the
 * other; by the names of the exercises.
 *
 * @param place an empty folder
 * @param most mistakes of each exercise
 */
export async function watchTimes(
  course: Course,
  program: string,
  place: string,
  most: number,
): Promise<ReadonlyMap<string, WatchTimes>> {
  if (!hasPseudoTerminals()) return new Map();
  const times = new Map<string, WatchTimes>();
  for (const exercise of course.exercises) {
    const folder = path.join(place, 'watched', exercise.slug);
    for (const each of course.exercises)
      await save(folder, each, handedIn(course, solutionOf(each).source));
    times.set(exercise.slug, await timesOf(course, exercise, { program, folder, most }));
    await rm(folder, { recursive: true });
  }
  return times;
}

async function timesOf(
  course: Course,
  exercise: CourseExercise,
  { program, folder, most }: { program: string; folder: string; most: number },
): Promise<WatchTimes> {
  const texts = await mistaken(exercise);
  const words = [process.execPath, program, 'watch', folder, '--exercise', exercise.slug];
  const out = path.join(folder, 'feedback');
  const terminal = new PseudoTerminal([...words, '--out', out], { columns: 100, rows: 40 });
  const wrong: number[] = [];
  const right: number[] = [];
  const saved = async (text: string, holds: () => boolean): Promise<number> => {
    const start = performance.now();
    await save(folder, exercise, handedIn(course, text));
    await terminal.until(holds);
    const time = performance.now() - start;
    // As a person does, the next save comes when everything is at rest.
    await terminal.until(() => !/Running|Judging/.test(terminal.screen.join('\n')));
    await new Promise((resolve) => setTimeout(resolve, 500));
    return time;
  };
  const isRight = () => terminal.screen[BODY]?.includes(RIGHT) === true;
  const isWrong = () =>
    terminal.screen[BODY] !== undefined && terminal.screen[BODY] !== '' && !isRight();
  try {
    await terminal.until(() => isRight() && !/Running|Judging/.test(terminal.screen.join('\n')));
    for (const text of texts.slice(0, most)) {
      wrong.push(await saved(text, isWrong));
      right.push(await saved(solutionOf(exercise).source, isRight));
    }
    terminal.type('q');
    await terminal.ended();
  } finally {
    await terminal.close();
  }
  return { wrong, right };
}

async function mistaken(exercise: CourseExercise): Promise<readonly string[]> {
  const session = new Session(exercise.limits.memory);
  const solution = solutionOf(exercise);
  const mistakes = await readMistakes(session, exercise.slug, solution).finally(() =>
    session.close(),
  );
  return mistakes.map((mistake) => applyMistake(exercise.slug, solution.source, mistake));
}

function handedIn({ exercises }: Course, source: string): string {
  return asHandedIn(source, new Map(exercises.map(({ slug, manifest }) => [slug, manifest.file])));
}

async function save(
  folder: string,
  { slug, manifest }: CourseExercise,
  text: string,
): Promise<void> {
  const file = path.join(folder, 'exercises', slug, manifest.file);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, text);
}
