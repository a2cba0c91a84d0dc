import { describe, expect, test } from 'vitest';
import { firstProblem } from '../contract/validator.ts';
import { facts, judgedCase } from '../testing/documents.ts';
import { nothing, number } from '../testing/values.ts';
import { kind } from './source.ts';

const judge = (
  settings: Parameters<typeof kind.tried>[0],
  own: Parameters<typeof facts>[0] | null = {},
) => kind.judge({ settings, cases: [], facts: own === null ? null : facts(own) });

describe('names that are asked for', () => {
  const wants = { exports: [{ name: 'relu', parameters: 1 }] };

  test('pass when they are exported with their parameters', () => {
    expect(
      judge(wants, { exports: [{ name: 'relu', parameters: 1, line: 3, last: 3 }] }).status,
    ).toBe('pass');
  });

  test('fail when one lacks', () => {
    expect(judge(wants)).toEqual({
      status: 'fail',
      reason: 'name-missing',
      got: { names: ['relu'], place: null },
    });
  });

  test.each([2, 0, null])('fail where one is, when it has %j parameters', (parameters) => {
    expect(judge(wants, { exports: [{ name: 'relu', parameters, line: 3, last: 3 }] })).toEqual({
      status: 'fail',
      reason: 'name-missing',
      got: { names: ['relu'], place: { line: 3, column: 1 } },
    });
  });
});

test('nothing in the source earns points where the function does nothing', () => {
  const cases = [judgedCase({ returned: number(1) }), judgedCase({ returned: nothing })];
  expect(kind.judge({ settings: { forbids: ['Date'] }, cases, facts: facts() })).toMatchObject({
    status: 'fail',
    reason: 'nothing-returned',
    got: { case: 1 },
  });
});

describe('names that are forbidden', () => {
  const use = { name: 'Math.random', line: 4, column: 7 } as const;

  test('fail where they stand', () => {
    expect(judge({ forbids: ['Date', 'Math.random'] }, { uses: [use] })).toEqual({
      status: 'fail',
      reason: 'forbidden-name',
      got: { names: ['Math.random'], place: { line: 4, column: 7 } },
    });
  });

  test('pass when they stand nowhere', () => {
    expect(judge({ forbids: ['Math.random'] }).status).toBe('pass');
  });

  test('pass when another name stands there', () => {
    expect(judge({ forbids: ['Date'] }, { uses: [use] }).status).toBe('pass');
  });
});

test('a text that nobody read is our error', () => {
  expect(judge({ forbids: ['Date'] }, null)).toEqual({
    status: 'error',
    reason: 'reference-failed',
    got: {},
  });
});

test('what is tried is told with all the names', () => {
  expect(kind.tried({ forbids: ['Date'], exports: [{ name: 'relu', parameters: 1 }] })).toEqual({
    against: 'the source',
    output: 'Date, relu',
  });
});

test('settings forbid only names that analysis looks for', () => {
  expect(firstProblem(kind.settings, { forbids: ['fetch'] })).toContain('/forbids/0');
});
