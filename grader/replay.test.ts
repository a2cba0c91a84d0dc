import { describe, expect, test, vi } from 'vitest';
import type { CheckResult } from './contract/result.ts';
import { replay } from './replay.ts';
import {
  checkResult,
  exerciseResult,
  failedCheck,
  got,
  keyCase,
  keyExercise,
} from './testing/documents.ts';
import { number, record } from './testing/values.ts';

const key = keyExercise({
  probes: {
    forward: {
      watched: false,
      functions: [],
      cases: [0, 1, 2].map((at) => keyCase({}, { input: record({ at: number(at) }) })),
    },
    train: {
      watched: false,
      functions: [],
      cases: [keyCase({}, { input: record({ at: number(9) }), truth: record({}) })],
    },
  },
});

/** Inputs that a probe was called with when a check was tried again. */
async function inputsOf(check: CheckResult, others: readonly CheckResult[] = []) {
  const run = vi.fn();
  const modules = {
    work: async () => ({}),
    probes: async () => ({ probes: { forward: { run }, train: { run } } }),
  };
  const result = exerciseResult({ checks: [check, ...others] });
  await replay(result, check, key, modules);
  return run.mock.calls.map(([, input]) => input.at);
}

describe('a check is called again', () => {
  test('on its first case, when it passed', async () => {
    expect(await inputsOf(checkResult())).toEqual([0]);
  });

  test('on the case in which it failed', async () => {
    expect(await inputsOf(failedCheck({ got: got({ case: 2 }) }))).toEqual([2]);
  });

  test('also a whole training, when that stopped with an error', async () => {
    const thrown = got({ case: 0, thrown: { name: 'TypeError', message: 'no' } });
    const { tried } = checkResult();
    const check = failedCheck({
      reason: 'threw',
      got: thrown,
      tried: { ...tried, probe: 'train' },
    });
    expect(await inputsOf(check)).toEqual([9]);
  });
});

describe('a check is not called again', () => {
  test.each(['timed-out', 'out-of-memory', 'ended-early', 'stopped-while-loading'] as const)(
    'when any check of the exercise was stopped: %s',
    async (reason) => {
      expect(await inputsOf(checkResult(), [failedCheck({ reason })])).toEqual([]);
    },
  );

  test('when it only reads the source', async () => {
    const { tried } = checkResult();
    expect(await inputsOf(checkResult({ tried: { ...tried, probe: null } }))).toEqual([]);
  });

  test('when it is a whole training that came to its end', async () => {
    const { tried } = checkResult();
    expect(await inputsOf(checkResult({ tried: { ...tried, probe: 'train' } }))).toEqual([]);
  });
});

test('what the program throws is given back', async () => {
  const error = new TypeError('X.matmul is not a function');
  const run = () => {
    throw error;
  };
  const modules = {
    work: async () => ({}),
    probes: async () => ({ probes: { forward: { run } } }),
  };
  expect(await replay(exerciseResult(), checkResult(), key, modules)).toBe(error);
});

test('a file that does not load is given back as its error', async () => {
  const error = new SyntaxError('Unexpected token');
  const modules = {
    work: () => Promise.reject(error),
    probes: async () => ({ probes: {} }),
  };
  expect(await replay(exerciseResult(), checkResult(), key, modules)).toBe(error);
});
