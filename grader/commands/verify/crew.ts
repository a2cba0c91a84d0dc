import { createRequire } from 'node:module';
import path from 'node:path';
import { Tinypool } from 'tinypool';
import type { Isolation } from '../../contract/evidence.ts';
import { Refusal, type RefusalCode } from '../../contract/refusal.ts';
import type { Finding } from '../../verify/finding.ts';
import type { Task } from '../../verify/task.ts';

const packageRoot = path.dirname(createRequire(import.meta.url).resolve('chainrule/package.json'));

/** What a worker is told once. */
export interface Orders {
  /** Folder of the course. */
  readonly course: string;
  readonly isolation: Isolation;
}

/** What a worker answers: what it found, or why it could not even try. */
export type Answer =
  | { readonly findings: readonly Finding[] }
  | { readonly refused: { readonly code: RefusalCode; message: string; remedy: string } };

/** Workers that prove beside each other, each in a thread with a bench of its own. */
export class Crew {
  readonly #pool: Tinypool;

  /** @param jobs how many work at the same time */
  constructor(orders: Orders, jobs: number) {
    this.#pool = new Tinypool({
      filename: path.join(packageRoot, 'dist', 'verify-worker.js'),
      minThreads: jobs,
      maxThreads: jobs,
      workerData: orders,
      // Between two tasks a worker has the next process to start.
      useAtomics: false,
    });
  }

  /**
   * Does one task, in its turn. A worker that dies of it is replaced, and the task tried
   * once more, because it may have died of something else.
   *
   * @throws Refusal where the course is broken
   * @throws whatever it died of the second time
   */
  async work(task: Task): Promise<readonly Finding[]> {
    const ask = (): Promise<Answer> => this.#pool.run(task);
    const answer = await ask().catch(ask);
    if ('findings' in answer) return answer.findings;
    const { code, message, remedy } = answer.refused;
    throw new Refusal(code, message, remedy);
  }

  /** Ends the workers, whatever they are at. */
  async dismiss(): Promise<void> {
    await this.#pool.destroy();
  }
}
