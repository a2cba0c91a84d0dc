import { describe, expect, test } from 'vitest';
import { resultOf } from '../../grader/testing/documents.ts';
import type { ClassMember } from './member.ts';
import { timingsOf } from './timings.ts';

const member = (submission: string, timings: Readonly<Record<string, number>>): ClassMember => ({
  result: resultOf([], { submission, timings }),
  page: `${submission}.html`,
  instructorPage: null,
});

describe('timings', () => {
  test('are the median, the 90 % quantile and the slowest of each stage', () => {
    const members = Array.from({ length: 11 }, (_, nth) => member(`m${nth}`, { run: 1000 * nth }));
    expect(timingsOf(members)).toEqual([
      {
        stage: 'run',
        count: 11,
        median: '5.00 s',
        most: '9.00 s',
        slowest: { time: '10.00 s', person: { name: 'm10', href: 'm10.html' } },
      },
    ]);
  });

  test('lie between two submissions where they have to', () => {
    const [run] = timingsOf([member('a', { run: 100 }), member('b', { run: 200 })]);
    expect(run).toMatchObject({ median: '0.15 s', most: '0.19 s' });
  });

  test('stand in the order of the stages, then the whole, then what nobody knows', () => {
    const stages = timingsOf([
      member('ada', { whole: 9, sleep: 1, judge: 1, run: 900, analyse: 300 }),
      member('bob', { compile: 2, dream: 1, run: 900, whole: 1000 }),
    ]);
    const names = stages.map(({ stage }) => stage);
    expect(names).toEqual(['analyse', 'compile', 'run', 'judge', 'whole', 'dream', 'sleep']);
  });

  test('count the submissions that know a stage', () => {
    const [first, second] = timingsOf([
      member('ada', { run: 1 }),
      member('bob', { run: 1, late: 2 }),
    ]);
    expect([first?.count, second?.count]).toEqual([2, 1]);
  });

  test('are none where nobody was timed', () => {
    expect(timingsOf([member('ada', {})])).toEqual([]);
  });

  test('are not misled by names that every object knows', () => {
    expect(timingsOf([member('ada', { constructor: 5 }), member('bob', {})])).toMatchObject([
      { stage: 'constructor', count: 1 },
    ]);
  });
});
