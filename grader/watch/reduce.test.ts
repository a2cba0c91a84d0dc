import { describe, expect, test } from 'vitest';
import type { ExerciseSlug } from '../contract/identity.ts';
import type { ExerciseResult } from '../contract/result.ts';
import {
  courseExercise,
  exerciseResult,
  FIRST,
  failedCheck,
  failedExercise,
  SECOND,
  slugOf,
} from '../testing/documents.ts';
import type { Key, WatchEvent } from './event.ts';
import { reduce } from './reduce.ts';
import { isOutdated, nextJob, startOf, type WatchState } from './state.ts';

const THIRD = slugOf('03-third');
/** Three exercises, of which the second stands on the first. */
const COURSE = [FIRST, SECOND, THIRD].map((slug) => courseExercise({ slug }));
const start = startOf(COURSE, ({ slug }) => (slug === SECOND ? [FIRST] : []), null);

const following = (state: WatchState, ...events: readonly WatchEvent[]): WatchState =>
  events.reduce(reduce, state);
const press = (...keys: readonly Key[]): readonly WatchEvent[] =>
  keys.map((key) => ({ what: 'pressed', key }));
const itemOf = ({ exercises }: WatchState, slug: ExerciseSlug) => {
  const found = exercises.find((one) => one.slug === slug);
  if (found === undefined) throw new Error(`no ${slug}`);
  return found;
};
/** Judges an exercise as it is. */
const judged = (state: WatchState, exercise: ExerciseResult): WatchState =>
  reduce(state, { what: 'judged', ...jobOf(state, exercise.slug), exercise });
const jobOf = (state: WatchState, slug: ExerciseSlug) => ({
  slug,
  version: itemOf(state, slug).version,
});
const right = (slug: ExerciseSlug) => exerciseResult({ slug });
const wrong = (slug: ExerciseSlug) => failedExercise({ slug });
/** All exercises judged: the first right, the others not. */
const usual = [right(FIRST), wrong(SECOND), wrong(THIRD)].reduce(judged, start);

describe('at the start', () => {
  test('the first exercise that is not right is looked for', () => {
    expect([start.current, usual.current]).toEqual([FIRST, SECOND]);
  });

  test('nobody is led away from an exercise that is not right', () => {
    const state = judged(judged(start, wrong(FIRST)), right(FIRST));
    expect(judged(state, wrong(SECOND)).current).toBe(FIRST);
  });

  test('nobody is led away from an exercise that is being worked on', () => {
    const state = reduce(start, { what: 'changed', slugs: [FIRST] });
    expect(judged(judged(state, wrong(SECOND)), right(FIRST)).current).toBe(FIRST);
  });

  test('a watch goes on where the last one was', () => {
    const state = startOf(COURSE, () => [], { exercise: THIRD, cause: 'one', opened: 2 });
    expect([state.current, state.opened, state.chosen]).toEqual([THIRD, 2, true]);
  });

  test('what was kept of an exercise that is no more is of no use', () => {
    const kept = { exercise: slugOf('09-gone'), cause: 'one', opened: 2 };
    expect(startOf(COURSE, () => [], kept)).toEqual(startOf(COURSE, () => [], null));
  });
});

describe('what is judged next', () => {
  test('is the exercise that is worked on, then all others in their order', () => {
    const state = reduce(start, { what: 'chosen', slug: SECOND });
    const then = judged(state, wrong(SECOND));
    expect([nextJob(state)?.slug, nextJob(then)?.slug]).toEqual([SECOND, FIRST]);
  });

  test('is nothing when all is judged as it is', () => {
    expect(nextJob(usual)).toBeNull();
  });

  test('is nothing while nothing can be read', () => {
    expect(nextJob(reduce(start, { what: 'trouble', words: 'gone' }))).toBeNull();
  });

  test('is what a changed file belongs to, and what stands on that', () => {
    const state = reduce(usual, { what: 'changed', slugs: [FIRST] });
    const stale = state.exercises.filter(({ work }) => work === 'waiting').map(({ slug }) => slug);
    expect(stale).toEqual([FIRST, SECOND]);
  });

  test('makes a judgement of an older text worthless', () => {
    const job = { slug: SECOND, version: itemOf(usual, SECOND).version };
    expect(isOutdated(reduce(usual, { what: 'changed', slugs: [SECOND] }), job)).toBe(true);
  });

  test('makes what nobody waits for give way to what somebody waits for', () => {
    const changed = reduce(usual, { what: 'changed', slugs: [THIRD] });
    const job = jobOf(changed, THIRD);
    expect(isOutdated(changed, job)).toBe(false);
    expect(isOutdated(reduce(changed, { what: 'changed', slugs: [SECOND] }), job)).toBe(true);
  });
});

describe('an older judgement', () => {
  const job = jobOf(usual, SECOND);
  const changed = reduce(usual, { what: 'changed', slugs: [SECOND] });

  test.each<WatchEvent>([
    { what: 'judged', ...job, exercise: right(SECOND) },
    { what: 'glimpsed', ...job, exercise: wrong(SECOND) },
    { what: 'failed', ...job, words: 'a defect' },
    { what: 'slow', ...job },
    { what: 'started', ...job },
  ])('is not shown after a newer save ($what)', (event) => {
    expect(reduce(changed, event).exercises).toEqual(changed.exercises);
  });

  test('is not shown after a newer one', () => {
    expect(judged(usual, right(SECOND)).exercises).toEqual(usual.exercises);
  });
});

describe('a glimpse', () => {
  const running = (slug: ExerciseSlug, state: WatchState = usual) => {
    const changed = reduce(state, { what: 'changed', slugs: [slug] });
    return reduce(changed, { what: 'started', ...jobOf(changed, slug) });
  };
  const glimpsed = (state: WatchState, exercise: ExerciseResult) =>
    reduce(state, { what: 'glimpsed', ...jobOf(state, exercise.slug), exercise });
  const seenOf = (state: WatchState, slug: ExerciseSlug) => itemOf(state, slug).glimpse;

  test('is shown as long as nothing is certain', () => {
    expect(seenOf(glimpsed(running(SECOND), wrong(SECOND)), SECOND)).toEqual(wrong(SECOND));
  });

  test('is gone when all is certain', () => {
    const state = judged(glimpsed(running(SECOND), wrong(SECOND)), right(SECOND));
    expect(seenOf(state, SECOND)).toBeNull();
  });

  test('that found the first cause is not replaced by another', () => {
    const other = failedExercise({ slug: SECOND, checks: [failedCheck({ title: 'later' })] });
    const state = glimpsed(glimpsed(running(SECOND), wrong(SECOND)), other);
    expect(seenOf(state, SECOND)).toEqual(wrong(SECOND));
  });

  test('of what stands on an exercise that is not right is not believed', () => {
    const state = running(SECOND, [wrong(FIRST), wrong(SECOND)].reduce(judged, start));
    expect(seenOf(glimpsed(state, wrong(SECOND)), SECOND)).toBeNull();
  });

  test('with the reference in its place is believed', () => {
    const state = running(SECOND, [wrong(FIRST), wrong(SECOND)].reduce(judged, start));
    const linked = failedExercise({ slug: SECOND, linked: [FIRST] });
    expect(seenOf(glimpsed(state, linked), SECOND)).toEqual(linked);
  });

  test('of a judgement that was given up is not shown', () => {
    const state = running(SECOND);
    const stopped = reduce(state, { what: 'stopped', ...jobOf(state, SECOND) });
    expect(seenOf(glimpsed(stopped, wrong(SECOND)), SECOND)).toBeNull();
  });
});

describe('hints', () => {
  test('are opened one by one, as far as there are any', () => {
    const opened = [1, 2, 3].map(
      (many) => following(usual, ...press(...Array(many).fill('hint'))).opened,
    );
    expect(opened).toEqual([1, 2, 2]);
  });

  test('stay open after a save that changed nothing about the cause', () => {
    const state = following(usual, ...press('hint'), { what: 'changed', slugs: [SECOND] });
    expect(judged(state, wrong(SECOND)).opened).toBe(1);
  });

  test('are closed again where the first cause is another', () => {
    const state = following(usual, ...press('hint'), { what: 'changed', slugs: [SECOND] });
    const other = failedExercise({ slug: SECOND, checks: [failedCheck({ id: 'other' })] });
    expect(judged(state, other).opened).toBe(0);
  });

  test('are not opened while the text is being judged', () => {
    const state = following(usual, { what: 'changed', slugs: [SECOND] }, ...press('hint'));
    expect(state.opened).toBe(0);
  });

  test('of what is right there are none', () => {
    expect(following(usual, ...press('previous', 'hint'))).toMatchObject({
      opened: 0,
      notice: null,
    });
  });
});

describe('keys', () => {
  test.each<[readonly Key[], ExerciseSlug]>([
    [['next'], THIRD],
    [['next', 'next'], SECOND],
    [['previous'], FIRST],
    [['previous', 'previous'], FIRST],
    [['list', 'down', 'enter'], THIRD],
    [['list', 'up', 'up', 'up', 'enter'], FIRST],
    [['list', 'down', 'escape'], SECOND],
    [['list', 'down', 'list'], SECOND],
  ])('%j lead to %s', (keys, slug) => {
    const state = following(usual, ...press(...keys));
    expect([state.current, state.cursor]).toEqual([slug, null]);
  });

  test('next says so where all others are right', () => {
    const state = judged(reduce(usual, { what: 'changed', slugs: [THIRD] }), right(THIRD));
    expect(following(state, ...press('next'))).toMatchObject({
      current: SECOND,
      notice: 'All others are right.',
    });
  });

  test('again has the exercise judged anew', () => {
    expect(nextJob(following(usual, ...press('again')))?.slug).toBe(SECOND);
  });

  test.each<readonly Key[]>([['quit'], ['list', 'quit']])(
    'quit is the end, whatever is shown',
    (...keys) => {
      expect(following(usual, ...press(...keys)).over).toBe(true);
    },
  );

  test('an exercise that became right is stayed at', () => {
    const changed = reduce(usual, { what: 'changed', slugs: [SECOND] });
    expect(judged(changed, right(SECOND)).current).toBe(SECOND);
  });
});

describe('a course that changed', () => {
  test('keeps the place, and has everything judged anew', () => {
    const state = reduce(usual, { what: 'course', start });
    expect([state.current, nextJob(state)?.slug]).toEqual([SECOND, SECOND]);
    expect(state.exercises.every(({ result }) => result === null)).toBe(true);
  });

  test('takes no judgement of the course as it was', () => {
    const job = jobOf(usual, SECOND);
    const state = reduce(usual, { what: 'course', start });
    const late = reduce(state, { what: 'judged', ...job, exercise: right(SECOND) });
    expect(itemOf(late, SECOND).result).toBeNull();
  });

  test('leads to the first exercise where the present one is gone', () => {
    const without = startOf(COURSE.slice(0, 1), () => [], null);
    expect(reduce(usual, { what: 'course', start: without }).current).toBe(FIRST);
  });
});

test('a defect of the grader is told, and the next save is judged all the same', () => {
  const changed = reduce(usual, { what: 'changed', slugs: [SECOND] });
  const failed = reduce(changed, { what: 'failed', ...jobOf(changed, SECOND), words: 'a defect' });
  expect(itemOf(failed, SECOND).defect).toBe('a defect');
  expect(nextJob(failed)).toBeNull();
  expect(nextJob(reduce(failed, { what: 'changed', slugs: [SECOND] }))?.slug).toBe(SECOND);
});
