import { expect, test } from 'vitest';
import { REASONS } from '../../grader/contract/result.ts';
import { REASONS_IN_WORDS } from './reasons.ts';

test.each(REASONS)('%s has words that fit into a sentence', (reason) => {
  expect(REASONS_IN_WORDS[reason]).toMatch(/^[a-z].{5,}[^.?! ]$/);
});

test('no two reasons have the same words', () => {
  expect(new Set(Object.values(REASONS_IN_WORDS)).size).toBe(REASONS.length);
});
