import { performance } from 'node:perf_hooks';
import type { Probe } from '../contract/probe.ts';
import { generator } from '../sandbox/inside/fixtures.ts';

/** One exercise's reference with its probes. */
export interface Computation {
  readonly reference: object;
  readonly probes: Readonly<Record<string, Probe<object, unknown>>>;
}

/**
 * Milliseconds that the references themselves compute: every case of every probe
 * once, without the making of its input, without any wall, compiler or channel.
 */
export function millisecondsOf(computations: readonly Computation[]): number {
  let total = 0;
  for (const { reference, probes } of computations) {
    for (const [name, probe] of Object.entries(probes)) {
      for (let index = 0; index < probe.cases; index += 1) {
        const input = probe.input(generator(`${name} ${index}`), reference, index);
        const start = performance.now();
        probe.run(reference, input);
        total += performance.now() - start;
      }
    }
  }
  return total;
}
