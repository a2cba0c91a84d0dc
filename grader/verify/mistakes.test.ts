import { describe, expect, test } from 'vitest';
import type { CheckResult } from '../contract/result.ts';
import {
  checkResult,
  exerciseResult,
  keyCase,
  keyExercise,
  keyMistake,
  returned,
} from '../testing/documents.ts';
import { number, numbers, record } from '../testing/values.ts';
import { breachIn, breachOfWords, otherThanByKey } from './mistakes.ts';

const failing = checkResult({ id: 'dW1', status: 'fail', reason: 'values-differ' });
const judgedAs = (...checks: readonly CheckResult[]) => exerciseResult({ status: 'fail', checks });

describe('a mistake that was run', () => {
  test('may fare as the key says', () => {
    expect(otherThanByKey(judgedAs(failing), judgedAs(failing), keyExercise())).toBeNull();
  });

  test('and fails where the key has it pass is told with the check', () => {
    const byKey = judgedAs({ ...failing, status: 'pass', reason: 'as-expected' });
    expect(otherThanByKey(judgedAs(failing), byKey, keyExercise())).toBe(
      'dW1 is pass (as-expected) by the key alone, and otherwise when run',
    );
  });

  test('and fails for another reason than by the key is told with the check', () => {
    const byKey = judgedAs({ ...failing, reason: 'not-finite' });
    expect(otherThanByKey(judgedAs(failing), byKey, keyExercise())).toBe(
      'dW1 is fail (not-finite) by the key alone, and otherwise when run',
    );
  });

  test('may lose more on held-out data, which no key has it run on', () => {
    const heldOut = { ...keyCase({}), truth: record({ labels: numbers(1, 0) }) };
    const probe = { watched: false, functions: [], cases: [heldOut] };
    const byKey = judgedAs({ ...failing, status: 'pass', reason: 'as-expected' });
    const key = keyExercise({ probes: { [failing.tried.probe ?? '']: probe } });
    expect(otherThanByKey(judgedAs(failing), byKey, key)).toBeNull();
  });

  test('and cannot be judged is told as that', () => {
    const broken = checkResult({ id: 'dW1', status: 'error', reason: 'reference-failed' });
    expect(breachIn('slip', judgedAs(broken))).toBe('dW1 cannot be judged: reference-failed');
  });
});

describe('the words of a mistake', () => {
  const solution = {
    source:
      'const f = (Z) => {\n// #region solution\nreturn Matrix.mul(Z, 2);\n// #endregion solution\n};',
    mistakes: '',
    alternatives: [],
    equivalents: [],
  };
  const mistake = { id: 'slip', title: 'it is slipped', hint: 'What is twice?', edits: [] };

  test('may ask', () => {
    expect(breachOfWords(mistake, solution)).toBeNull();
  });

  test('may not say what to write', () => {
    const telling = { ...mistake, hint: 'Is it Matrix.mul(Z, 2)?' };
    expect(breachOfWords(telling, solution)).toMatch(/^its words give the repair away: /);
  });
});

test('a mistake of a key that was never judged has full marks', () => {
  expect(breachIn(keyMistake('slip', { a: [returned(number(1))] }).id, undefined)).toBe(
    'full marks',
  );
});
