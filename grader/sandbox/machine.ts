import { availableParallelism, loadavg } from 'node:os';

/** Less than this share of the clock, and a program that was late did not have the processor to itself. */
const OWN_SHARE = 0.8;

/**
 * Who works on this machine: many calls beside each other, or one alone. A call
 * that was late because others were in its way is made again when nobody is.
 */
class Machine {
  /** The end of the last who wanted it alone. */
  #last: Promise<void> = Promise.resolve();
  /** The ends of those who came since. */
  #beside = new Set<Promise<void>>();

  /** Works beside others, after those who wanted it alone before. */
  among<T>(work: () => Promise<T>): Promise<T> {
    const beside = this.#beside;
    const run = this.#last.then(work);
    const end: Promise<void> = ended(run).then(() => {
      beside.delete(end);
    });
    beside.add(end);
    return run;
  }

  /** Works alone: after all who came before, before all who come later. */
  alone<T>(work: () => Promise<T>): Promise<T> {
    const run = Promise.all([this.#last, ...this.#beside]).then(work);
    this.#last = ended(run);
    this.#beside = new Set();
    return run;
  }
}

/** When work is over, well or not. */
function ended(run: Promise<unknown>): Promise<void> {
  return run.then(
    () => undefined,
    () => undefined,
  );
}

/** The machine that this process runs on. */
export const machine = new Machine();

/**
 * Whether a call that was late may have been so because the machine was busy.
 *
 * @param processor milliseconds of processor time, where the call could tell
 * @param seconds after which it was stopped
 */
export function wasCrowdedOut(processor: number | null, seconds: number): boolean {
  if (processor !== null) return processor < OWN_SHARE * seconds * 1000;
  return (loadavg()[0] ?? 0) > availableParallelism();
}
