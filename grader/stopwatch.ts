import { performance } from 'node:perf_hooks';
import { STAGES, type Stage, WHOLE } from './contract/result.ts';

/**
 * How long each stage of one submission takes by itself, and all of it: the only clock
 * that a result knows. Stages that work beside each other are each told in full, so that
 * the whole may be less than all of them together; it is more by what no stage names.
 */
export class Stopwatch {
  readonly #begun = performance.now();
  readonly #before: number;
  readonly #spent: Map<Stage, number>;

  /** @param before milliseconds of stages that were over when it started */
  constructor(before: Readonly<Partial<Record<Stage, number>>> = {}) {
    this.#spent = new Map(STAGES.flatMap((stage) => entryOf(stage, before[stage])));
    this.#before = [...this.#spent.values()].reduce((sum, time) => sum + time, 0);
  }

  /** Works, and adds what that took to a stage, whether it comes to an end or throws. */
  async during<T>(stage: Stage, work: () => T | Promise<T>): Promise<T> {
    const begun = performance.now();
    try {
      return await work();
    } finally {
      this.#spent.set(stage, (this.#spent.get(stage) ?? 0) + performance.now() - begun);
    }
  }

  /** Milliseconds by stage, in the order of the stages whichever ended first, and the whole until now. */
  times(): Readonly<Record<string, number>> {
    const stages = STAGES.flatMap((stage) => entryOf(stage, this.#spent.get(stage)));
    const whole = this.#before + performance.now() - this.#begun;
    const rounded = [...stages, [WHOLE, whole] as const].map(
      ([stage, time]) => [stage, Math.round(time * 10) / 10] as const,
    );
    return Object.fromEntries(rounded);
  }
}

function entryOf(stage: Stage, time: number | undefined): readonly (readonly [Stage, number])[] {
  return time === undefined ? [] : [[stage, time]];
}
