import { describe, expect, test } from 'vitest';
import { profileOf } from './profile.ts';

const rows = (...times: readonly Readonly<Record<string, number>>[]) =>
  profileOf(times.map((each) => ({ times: each })))
    .split('\n')
    .map((line) => line.trim().split(/ {2,}/));

describe('a profile', () => {
  test('has the median, the most and the sum of each stage by itself', () => {
    expect(rows({ run: 10 }, { run: 30 }, { run: 20 })[1]).toEqual([
      'run',
      '20.0 ms',
      '30.0 ms',
      '60.0 ms',
    ]);
  });

  test('names the stages in their order, and the whole last', () => {
    const table = rows({ whole: 9, write: 1, render: 1, judge: 1, run: 1, compile: 1, collect: 1 });
    expect(table.slice(1, 8).map(([stage]) => stage)).toEqual([
      'collect',
      'compile',
      'run',
      'judge',
      'render',
      'write',
      'whole',
    ]);
  });

  test('tells a stage of those alone that came to it', () => {
    expect(rows({ run: 10, judge: 1 }, { judge: 3 })[1]).toEqual([
      'run',
      '10.0 ms',
      '10.0 ms',
      '10.0 ms',
    ]);
  });

  test('says which stages count in the whole only in part', () => {
    expect(profileOf([])).toContain('"analyse" and "key" work beside "compile" and "run"');
  });
});
