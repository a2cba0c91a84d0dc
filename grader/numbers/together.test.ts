import { expect, test } from 'vitest';
import type { Finding } from '../contract/check-kind.ts';
import type { Real } from '../contract/value.ts';
import { together } from './together.ts';

const passing = (margin?: Real): Finding => ({
  status: 'pass',
  got: margin === undefined ? {} : { margin },
});
const failing = (name: string, margin?: Real): Finding => ({
  status: 'fail',
  reason: 'values-differ',
  got: { names: [name], ...(margin === undefined ? {} : { margin }) },
});

test('nothing found is a pass', () => {
  expect(together([])).toEqual({ status: 'pass', got: {} });
});

test('findings that pass are one that passes, with the largest margin', () => {
  expect(together([passing(0.25), passing(0.5), passing()])).toEqual(passing(0.5));
});

test('findings that measured nothing have no margin', () => {
  expect(together([passing(), passing()])).toEqual(passing());
});

test('the first that departs is told, with the largest margin of all', () => {
  expect(together([passing(0.5), failing('Z', 2), failing('A', 64)])).toEqual(failing('Z', 64));
});

test('what came back as no numbers has no margin, whatever the others have', () => {
  expect(together([failing('Z'), failing('A', 64)])).toEqual(failing('Z'));
});

test('a margin that is NaN once stays NaN', () => {
  expect(together([passing('NaN'), failing('A', 64)]).got.margin).toBe('NaN');
});
