import { onTestFinished } from 'vitest';
import type { Isolation } from '../contract/evidence.ts';
import { DEFAULT_LIMITS, type Limits } from '../contract/exercise.ts';
import type { KeyProbe } from '../contract/key.ts';
import type { Value } from '../contract/value.ts';
import { compileUnit } from '../sandbox/compile.ts';
import { type Observed, observe } from '../sandbox/observe.ts';
import { Session } from '../sandbox/session.ts';

/** A session of this test's own, ended when the test has finished. */
export function openSession(memory = 64, isolation?: Isolation): Session {
  const session = new Session(memory, isolation);
  onTestFinished(() => session.close());
  return session;
}

const PROBES = `export const probes = {
  first: { cases: 1, watched: WATCHED, run: (student, input) => ({ out: student.first(input.x) }) },
  second: { cases: 1, run: (student, input) => ({ out: student.second(input.x) }) },
};`;

const probe: KeyProbe = {
  watched: false,
  functions: [],
  cases: [
    {
      input: { kind: 'record', fields: { x: { kind: 'number', value: 3 } } },
      truth: null,
      reference: { outcome: 'not-reached' },
      slopes: null,
    },
  ],
};

/**
 * Runs a student's text, which exports `first(x)` and `second(x)`, as an exercise
 * is run: each is called once with 3.
 */
export async function observeText(
  text: string,
  limits: Partial<Limits> = {},
  { watched = false, isolation }: { watched?: boolean; isolation?: Isolation } = {},
): Promise<Observed> {
  const compiled = await compileUnit({
    file: 'work.ts',
    module: text,
    probes: PROBES.replace('WATCHED', String(watched)),
    packages: ['ml-matrix'],
    links: [],
  });
  const session = openSession(limits.memory, isolation);
  return observe(
    session,
    compiled,
    { ...DEFAULT_LIMITS, seconds: 0.3, ...limits },
    {
      first: probe,
      second: probe,
    },
  );
}

/** What a probe's only case returned as `out`; `null` when it did not return. */
export function returned(observed: Observed, name: 'first' | 'second'): Value | null {
  const observation = observed.probes[name]?.[0];
  if (observation?.outcome !== 'returned' || observation.output.kind !== 'record') return null;
  return observation.output.fields.out ?? null;
}
