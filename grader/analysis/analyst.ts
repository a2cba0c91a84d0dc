import { createRequire } from 'node:module';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { CourseExercise } from '../contract/course.ts';
import type { Facts } from '../contract/facts.ts';
import type { ExerciseSlug } from '../contract/identity.ts';
import type { Submission } from '../contract/submission.ts';
import type { Assignment } from './facts.ts';

const packageRoot = path.dirname(createRequire(import.meta.url).resolve('chainrule/package.json'));

/**
 * Reads sources in a thread of its own, so that the compiler works while the
 * student's program runs.
 */
export class Analyst {
  readonly #worker: Worker;
  #turn: Promise<unknown> = Promise.resolve();

  /** @param packageTypes declarations of the offered packages, by name */
  constructor(packageTypes: ReadonlyMap<string, string>) {
    this.#worker = new Worker(path.join(packageRoot, 'dist', 'analysis', 'worker.js'), {
      workerData: packageTypes,
    });
    this.#worker.setMaxListeners(0);
  }

  /** Facts of the files of some exercises, with those they build on; where a file could be read. */
  analyse(
    exercises: readonly CourseExercise[],
    submission: Submission,
  ): Promise<ReadonlyMap<ExerciseSlug, Facts>> {
    const turn = this.#turn.then(() => this.#ask(exercises, submission));
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  /** Ends the thread. */
  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  async #ask(
    exercises: readonly CourseExercise[],
    submission: Submission,
  ): Promise<ReadonlyMap<ExerciseSlug, Facts>> {
    const replies = await this.#reply(
      exercises.map((exercise) => assignmentOf(exercise, exercises, submission)),
    );
    const facts = new Map<ExerciseSlug, Facts>();
    for (const [at, { slug }] of exercises.entries()) {
      const found = replies[at];
      if (found) facts.set(slug, found);
    }
    return facts;
  }

  #reply(assignments: readonly Assignment[]): Promise<readonly (Facts | null)[]> {
    return new Promise((resolve, reject) => {
      const settle = (finish: () => void) => {
        this.#worker.removeAllListeners('message').removeAllListeners('error');
        finish();
      };
      this.#worker.once('message', (facts: readonly (Facts | null)[]) =>
        settle(() => resolve(facts)),
      );
      this.#worker.once('error', (error) => settle(() => reject(error)));
      this.#worker.postMessage(assignments);
    });
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
