import path from 'node:path';
import { progressLine } from '../../reports/watch/progress.ts';
import type { Course } from '../contract/course.ts';
import type { ExerciseSlug } from '../contract/identity.ts';
import { choose } from '../watch/moves.ts';
import { chosenExercises } from './arguments.ts';
import type { Display } from './watch/display.ts';
import { Files } from './watch/files.ts';
import { FullScreen } from './watch/full-screen.ts';
import { Judging } from './watch/judging.ts';
import { LineByLine } from './watch/line-by-line.ts';
import { type Places, readMaterial, startOfMaterial } from './watch/material.ts';
import { Saved } from './watch/saved.ts';
import { Watch } from './watch/watch.ts';

interface WatchOptions {
  readonly exercise?: string;
  readonly course: string;
  readonly key?: string;
  readonly seed?: string;
  readonly out: string;
}

/** What ends a watch from outside, and the code to leave with. */
const SIGNALS: Readonly<Partial<Record<NodeJS.Signals, number>>> = {
  SIGINT: 0,
  SIGHUP: 128 + 1,
  SIGTERM: 128 + 15,
};

/**
 * `chainrule watch`: judges the exercise that is worked on whenever its file is saved,
 * until somebody quits.
 *
 * @returns exit code: 0 after quitting, 128 and the number of a signal that ended it
 */
export async function watchCommand(folder: string, options: WatchOptions): Promise<number> {
  const { course, key = path.join(course, 'key.json') } = options;
  const places: Places = { folder, course, key };
  // What is wrong from the start is refused, as by grade; later it is shown.
  const material = await readMaterial(places);
  const wanted = wantedExercise(material.course, options.exercise);
  const saved = new Saved(path.join(options.out, 'watch.json'), material.course.id);
  const judging = await Judging.of(material, options);
  const { kept, notice } = await saved.read();
  const start = { ...startOfMaterial(material, kept), notice };
  const state = wanted === null ? start : choose(start, wanted);
  const display = displayFor(process.stdin, process.stdout);
  const watch = new Watch({ options, display, saved, judging, material, state });
  try {
    return await running(watch, places, display);
  } finally {
    await watch.close();
    process.stdout.write(`${progressLine(watch.state, process.stdout.columns ?? 80)}\n`);
  }
}

/** Runs a watch until it is over, whatever ends it, and leaves the terminal as it was. */
async function running(watch: Watch, places: Places, display: Display): Promise<number> {
  let end: (code: number) => void = () => undefined;
  let fail: (error: unknown) => void = () => undefined;
  const over = new Promise<number>((resolve, reject) => {
    end = resolve;
    fail = reject;
  });
  const gone = (): void => end(0);
  const signalled = (signal: NodeJS.Signals): void => end(SIGNALS[signal] ?? 0);
  for (const signal of Object.keys(SIGNALS)) process.on(signal, signalled);
  process.on('uncaughtException', fail);
  // Who reads our output went away.
  process.stdout.on('error', gone);
  const files = new Files(places, watch, fail);
  try {
    display.start({ asked: (asked) => watch.asked(asked), gone }, watch.material.submission.id);
    display.show(watch.state);
    watch.work().then(gone, fail);
    return await over;
  } finally {
    display.stop();
    for (const signal of Object.keys(SIGNALS)) process.off(signal, signalled);
    process.off('uncaughtException', fail);
    await files.close();
  }
}

/** The whole terminal where there is one that can be written over, else line by line. */
function displayFor(input: NodeJS.ReadStream, output: NodeJS.WriteStream): Display {
  const { NO_COLOR = '', TERM } = process.env;
  return input.isTTY && output.isTTY && TERM !== 'dumb'
    ? new FullScreen(input, output, NO_COLOR === '')
    : new LineByLine(input, output);
}

/** @throws Refusal when a word on the command line means no exercise */
function wantedExercise(course: Course, word: string | undefined): ExerciseSlug | null {
  const [slug = null] = chosenExercises(course, word === undefined ? undefined : [word]) ?? [];
  return slug;
}
