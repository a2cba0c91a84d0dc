import { createRequire } from 'node:module';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { Worker } from 'node:worker_threads';
import type { CourseExercise } from '../contract/course.ts';
import type { Facts } from '../contract/facts.ts';
import type { ExerciseSlug } from '../contract/identity.ts';
import type { Submission } from '../contract/submission.ts';
import type { Traced } from '../contract/traced.ts';
import type { Assignment } from './facts.ts';
import type { Errand } from './worker.ts';

/**
 * Reading takes a tenth of a second a file; types can be written that take for ever. Both
 * by the clock and of processor time: on a machine that is busy with something else,
 * the same text must not be left without facts.
 */
const LONGEST_SECONDS = 20;
/** What is traced is counted before: a tenth of a second is enough, and a new thread needs one or two. */
const LONGEST_SECONDS_TRACING = 5;
const LOOK_EVERY_MS = 500;

const packageRoot = path.dirname(createRequire(import.meta.url).resolve('chainrule/package.json'));

/**
 * Reads sources in a thread of its own, so that the compiler works while the
 * student's program runs.
 */
export class Analyst {
  readonly #packageTypes: ReadonlyMap<string, string>;
  #worker: Worker | null = null;
  #retired = false;
  #turn: Promise<unknown> = Promise.resolve();

  /** @param packageTypes declarations of the offered packages, by name */
  constructor(packageTypes: ReadonlyMap<string, string>) {
    this.#packageTypes = packageTypes;
    this.#hire();
  }

  /**
   * Facts of the files of some exercises, with those they build on; where a file
   * could be read. A text on which the compiler fails or never comes to an end
   * leaves the submission without facts, and the next one finds a new thread.
   */
  analyse(
    exercises: readonly CourseExercise[],
    submission: Submission,
  ): Promise<ReadonlyMap<ExerciseSlug, Facts>> {
    return this.#inTurn(() => this.#ask(exercises, submission));
  }

  /**
   * A text that does what it did and keeps the line at which it stands; `null` where the
   * compiler fails on it or never comes to an end.
   *
   * @param beside what it is bundled with
   */
  trace(text: string, beside: readonly string[]): Promise<Traced | null> {
    const errand = { trace: text, beside };
    return this.#inTurn(() => this.#reply<Traced | null>(errand, null, LONGEST_SECONDS_TRACING));
  }

  /** Ends the thread. */
  async close(): Promise<void> {
    await this.#worker?.terminate();
    this.#worker = null;
  }

  /** Ends the thread for good: what is still waiting, or asked later, is left without facts. */
  async retire(): Promise<void> {
    this.#retired = true;
    await this.close();
  }

  async #ask(
    exercises: readonly CourseExercise[],
    submission: Submission,
  ): Promise<ReadonlyMap<ExerciseSlug, Facts>> {
    const read = exercises.map((exercise) => assignmentOf(exercise, exercises, submission));
    const replies = await this.#reply<readonly (Facts | null)[]>({ read }, []);
    const facts = new Map<ExerciseSlug, Facts>();
    for (const [at, { slug }] of exercises.entries()) {
      const found = replies[at];
      if (found) facts.set(slug, found);
    }
    return facts;
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(work);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  /**
   * @param nothing the answer where there is none
   * @param longest in seconds, by the clock and of processor time
   */
  async #reply<T>(errand: Errand, nothing: T, longest = LONGEST_SECONDS): Promise<T> {
    if (this.#retired) return nothing;
    const worker = this.#worker ?? this.#hire();
    return new Promise((resolve) => {
      const answered = (reply: T) => settle(reply);
      const failed = () => {
        // Whatever state it is in, nobody waits for it again.
        this.#worker = null;
        settle(nothing);
        void worker.terminate();
      };
      const settle = (reply: T) => {
        clearInterval(timer);
        worker.off('message', answered).off('error', failed).off('exit', failed);
        resolve(reply);
      };
      const [begun, before] = [performance.now(), process.cpuUsage()];
      const timer = setInterval(() => {
        const { user, system } = process.cpuUsage(before);
        const seconds = Math.min((performance.now() - begun) / 1e3, (user + system) / 1e6);
        if (seconds > longest) failed();
      }, LOOK_EVERY_MS);
      worker.on('message', answered).on('error', failed).on('exit', failed);
      worker.postMessage(errand);
    });
  }

  #hire(): Worker {
    const program = path.join(packageRoot, 'dist', 'analysis', 'worker.js');
    this.#worker = new Worker(program, { workerData: this.#packageTypes });
    return this.#worker;
  }
}

function assignmentOf(
  { slug, manifest, stub }: CourseExercise,
  exercises: readonly CourseExercise[],
  submission: Submission,
): Assignment {
  const file = submission.files.get(slug);
  return {
    slug,
    file: manifest.file,
    text: file?.state === 'read' ? file.text : null,
    stub,
    packages: manifest.packages,
    links: exercises
      .filter((other) => manifest.buildsOn.includes(other.slug))
      .map((other) => `${other.slug}/${other.manifest.file}`),
  };
}
