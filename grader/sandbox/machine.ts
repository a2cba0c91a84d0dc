import { availableParallelism, loadavg } from 'node:os';

/** Less than this share of the clock, and a program that was late did not have the processor to itself. */
const OWN_SHARE = 0.8;

/**
 * Who works on this machine: many calls beside each other, or one alone. A call
 * that was late because others were in its way is made again when nobody is.
 */
class Machine {
  #working = 0;
  /** The end of the line of those who want it alone. */
  #last: Promise<void> = Promise.resolve();
  #idle: (() => void) | null = null;

  /** Works beside others. */
  async among<T>(work: () => Promise<T>): Promise<T> {
    await this.#last;
    this.#working += 1;
    try {
      return await work();
    } finally {
      this.#working -= 1;
      if (this.#working === 0) this.#idle?.();
    }
  }

  /** Works alone: after those who are at it, before those who come later. */
  async alone<T>(work: () => Promise<T>): Promise<T> {
    const before = this.#last;
    let leave: () => void = () => undefined;
    this.#last = new Promise((resolve) => {
      leave = resolve;
    });
    await before;
    if (this.#working > 0) {
      await new Promise<void>((resolve) => {
        this.#idle = resolve;
      });
      this.#idle = null;
    }
    try {
      return await work();
    } finally {
      leave();
    }
  }
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
