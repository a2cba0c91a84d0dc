import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Stopwatch } from './stopwatch.ts';

let now = 0;
const passing =
  <T>(milliseconds: number, value?: T) =>
  () => {
    now += milliseconds;
    return value;
  };

beforeEach(() => {
  now = 1000;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
});
afterEach(() => void vi.restoreAllMocks());

describe('a stopwatch', () => {
  test('tells each stage by itself, and the whole', async () => {
    const clock = new Stopwatch();
    await clock.during('compile', passing(10));
    await clock.during('run', passing(30.25));
    expect(clock.times()).toEqual({ compile: 10, run: 30.3, whole: 40.3 });
  });

  test('adds to a stage each time that it is worked at', async () => {
    const clock = new Stopwatch();
    for (const time of [1, 2, 3]) await clock.during('run', passing(time));
    expect(clock.times()).toMatchObject({ run: 6 });
  });

  test('tells stages that work beside each other in full, and counts them once in the whole', async () => {
    const clock = new Stopwatch();
    const analysed = clock.during('analyse', () => setImmediate());
    await clock.during('run', passing(50));
    await analysed;
    expect(clock.times()).toEqual({ analyse: 50, run: 50, whole: 50 });
  });

  test('counts what was over before it started', () => {
    expect(new Stopwatch({ collect: 7 }).times()).toEqual({ collect: 7, whole: 7 });
  });

  test('counts in the whole what no stage names', async () => {
    const clock = new Stopwatch();
    passing(5)();
    await clock.during('judge', passing(1));
    expect(clock.times()).toEqual({ judge: 1, whole: 6 });
  });

  test('names stages in their order, whichever began first', async () => {
    const clock = new Stopwatch();
    await clock.during('judge', passing(1));
    await clock.during('analyse', passing(1));
    expect(Object.keys(clock.times())).toEqual(['analyse', 'judge', 'whole']);
  });

  test('gives back what the work gives', async () => {
    expect(await new Stopwatch().during('run', passing(1, 'done'))).toBe('done');
  });

  test('tells a stage that threw, too', async () => {
    const clock = new Stopwatch();
    const thrown = clock.during('run', () => {
      now += 4;
      throw new Error('ended');
    });
    await expect(thrown).rejects.toThrow('ended');
    expect(clock.times()).toMatchObject({ run: 4 });
  });
});
