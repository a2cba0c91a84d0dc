import { performance } from 'node:perf_hooks';
import type { Probe } from '../contract/probe.ts';
import { generator } from '../sandbox/inside/fixtures.ts';

/** What was written for one exercise, with its probes and the reference that makes their inputs. */
export interface Computation {
  readonly student: object;
  readonly reference: object;
  readonly probes: Readonly<Record<string, Probe<object, unknown>>>;
}

/**
 * Milliseconds that students' functions themselves compute: every case of every probe
 * once, without the making of its input, without any wall, compiler or channel.
 */
export function millisecondsOf(computations: readonly Computation[]): number {
  let total = 0;
  for (const { student, reference, probes } of computations) {
    for (const [name, probe] of Object.entries(probes)) {
      for (let index = 0; index < probe.cases; index += 1) {
        const input = probe.input(generator(`${name} ${index}`), reference, index);
        const start = performance.now();
        try {
          probe.run(student, input);
        } catch {
          // It is not written, or wrong: that took its time, too.
        }
        total += performance.now() - start;
      }
    }
  }
  return total;
}
