import { createRequire } from 'node:module';
import path from 'node:path';
import { Tinypool } from 'tinypool';
import { Refusal } from '../../contract/refusal.ts';
import type { Entry } from './journal.ts';
import type { Answer, Orders, Task } from './task.ts';

const packageRoot = path.dirname(createRequire(import.meta.url).resolve('chainrule/package.json'));

/** Workers that grade beside each other, each in a thread with a compiler and an analyst of its own. */
export class Crew {
  readonly #pool: Tinypool;

  /** @param jobs how many work at the same time */
  constructor(orders: Orders, jobs: number) {
    this.#pool = new Tinypool({
      filename: path.join(packageRoot, 'dist', 'batch-worker.js'),
      minThreads: jobs,
      maxThreads: jobs,
      workerData: orders,
      // Between two tasks a worker has the next process of a student's to start.
      useAtomics: false,
    });
  }

  /**
   * Grades one hand-in. A worker that dies of it is replaced, and the hand-in tried once
   * more, because it may have died of something else.
   *
   * @throws Refusal where nothing can be written
   * @throws whatever it died of the second time
   */
  async grade(task: Task): Promise<Entry> {
    const ask = (): Promise<Answer> => this.#pool.run(task);
    const answer = await ask().catch(ask);
    if ('entry' in answer) return answer.entry;
    const { code, message, remedy } = answer.refused;
    throw new Refusal(code, message, remedy);
  }

  /** Ends the workers, whatever they are at. */
  async dismiss(): Promise<void> {
    await this.#pool.destroy();
  }
}
