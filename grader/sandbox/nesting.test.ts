import { describe, expect, test } from 'vitest';
import { isNestedTooDeeply } from './nesting.ts';

describe('a source is nested too deeply', () => {
  test.each([
    ['brackets', '('.repeat(1001)],
    ['brackets of all kinds', '([{'.repeat(400)],
    ['signs', '!'.repeat(1001)],
    ['signs with space between them', '- + ! ~\n'.repeat(300)],
    ['functions without brackets', 'x=>'.repeat(10_001)],
  ])('by %s', (_, source) => {
    expect(isNestedTooDeeply(source)).toBe(true);
  });

  test.each([
    ['many brackets that close', '([{}])'.repeat(10_000)],
    ['many signs with something between them', '1+'.repeat(10_000)],
    ['a thousand brackets', `${'('.repeat(1000)}${')'.repeat(1000)}`],
    ['many comparisons', 'a >= b; '.repeat(10_000)],
    ['nothing', ''],
  ])('but not by %s', (_, source) => {
    expect(isNestedTooDeeply(source)).toBe(false);
  });
});
