import fc from 'fast-check';
import { expect, test } from 'vitest';
import { COMMANDING_WORDS, commanding } from '../testing/commanding-words.ts';
import { obeyedIn } from '../testing/runner.ts';
import { inert, suspended } from './workflow-log.ts';

test('the runner of these tests would obey them, were they printed as they are', () => {
  const obeyed = COMMANDING_WORDS.filter((words) => obeyedIn(words).length > 0);
  expect(obeyed.length).toBeGreaterThan(15);
});

test('what is suspended is obeyed by nothing, and what comes after it is', () => {
  fc.assert(
    fc.property(commanding, (words) => {
      const log = `${suspended(words)}::notice::ours\n`;
      expect(obeyedIn(log).map(({ name }) => name)).toEqual(['stop-commands', 'notice']);
    }),
    { numRuns: 1000 },
  );
});

test('no word that was seen before ends it', () => {
  const [first] = obeyedIn(suspended(''));
  const log = suspended(`::${first?.data}::\n::error::forged\n##[${first?.data}]\n::error::forged`);
  expect(obeyedIn(log).map(({ name }) => name)).toEqual(['stop-commands']);
});

test('what is made inert is obeyed by nothing', () => {
  fc.assert(
    fc.property(commanding, (words) => {
      expect(obeyedIn(inert(words))).toEqual([]);
      expect(obeyedIn(`chainrule: ${inert(words)}`)).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});

test('what no runner would obey is left as it is', () => {
  expect(inert('Array<T>::map: # [1] a::b\n')).toBe('Array<T>::map: # [1] a::b\n');
});

test('what is made inert is made so in time, however many lines there are', () => {
  const lines = `${'\n'.repeat(200_000)}::error::forged`;
  expect(obeyedIn(inert(lines))).toEqual([]);
});
