import { glimpsedCause } from '../../reports/watch/cause.ts';
import { isRight } from '../../reports/watch/scene.ts';
import type { ExerciseSlug } from '../contract/identity.ts';
import type { ExerciseResult } from '../contract/result.ts';
import type { WatchEvent } from './event.ts';
import { afterChange, choose, withCause } from './moves.ts';
import { pressed } from './pressed.ts';
import { isStale, type Watched, type WatchState } from './state.ts';

/** What the watch is after an event. It touches nothing: whoever runs the watch does what follows from it. */
export function reduce(state: WatchState, event: WatchEvent): WatchState {
  switch (event.what) {
    case 'course':
      return afterCourse(state, event.start);
    case 'changed':
      return {
        ...afterChange(state, event.slugs),
        // Who works on an exercise has chosen it.
        chosen: state.chosen || event.slugs.includes(state.current),
        notice: null,
      };
    case 'started':
      return ofJob(state, event, (one) => ({ ...one, work: 'running' }));
    case 'slow':
      return ofJob(state, event, (one) =>
        one.work === 'running' ? { ...one, work: 'slow' } : one,
      );
    case 'stopped':
      return ofJob(state, event, (one) => ({ ...one, work: 'waiting', glimpse: null }));
    case 'glimpsed':
      return ofJob(state, event, (one) =>
        isWorthShowing(one, state, event.exercise) ? { ...one, glimpse: event.exercise } : one,
      );
    case 'judged':
      return afterJudgement(
        ofJob(state, event, (one) => ({ ...settled(one), result: event.exercise })),
      );
    case 'failed':
      return ofJob(state, event, (one) => ({ ...settled(one), result: null, defect: event.words }));
    case 'pressed':
      return pressed({ ...state, notice: null }, event.key);
    case 'chosen':
      return choose(state, event.slug);
    case 'told':
      return { ...state, notice: event.words };
    case 'trouble':
      return { ...state, trouble: event.words };
  }
}

/** Stays at the same exercise, as far as the course still has it. */
function afterCourse(state: WatchState, start: WatchState): WatchState {
  const there = start.exercises.some(({ slug }) => slug === state.current);
  // A judgement of the course as it was must not be taken for one of the course as it is.
  const beyond = Math.max(...state.exercises.map(({ version }) => version)) + 1;
  return {
    ...start,
    exercises: start.exercises.map((one) => ({ ...one, version: one.version + beyond })),
    current: there ? state.current : start.current,
    chosen: there && state.chosen,
    cause: there ? state.cause : null,
    opened: there ? state.opened : 0,
  };
}

/** Changes the exercise of a job, unless its files or its judgement are newer than the job. */
function ofJob(
  state: WatchState,
  { slug, version }: { readonly slug: ExerciseSlug; readonly version: number },
  change: (exercise: Watched) => Watched,
): WatchState {
  return {
    ...state,
    exercises: state.exercises.map((one) =>
      one.slug === slug && one.version === version && isStale(one) ? change(one) : one,
    ),
  };
}

function settled(one: Watched): Watched {
  return { ...one, judged: one.version, work: 'none', glimpse: null, defect: null };
}

/**
 * What stands on an exercise that is not right may turn out to wait for it: then
 * only the whole judgement tells, or one with the reference in its place. The first
 * cause, once it is known, is not taken back.
 */
function isWorthShowing(
  { glimpse, standsOn, work }: Watched,
  { exercises }: WatchState,
  sofar: ExerciseResult,
): boolean {
  if (work !== 'running' && work !== 'slow') return false;
  if (glimpse !== null && glimpsedCause(glimpse) !== null) return false;
  const earlier = exercises.filter(({ slug }) => standsOn.includes(slug));
  return sofar.linked.length > 0 || earlier.every((one) => isRight(one) && !isStale(one));
}

/** Where nobody chose yet, goes on to the first that is not right. */
function afterJudgement(state: WatchState): WatchState {
  const { chosen, exercises } = state;
  const open = chosen ? undefined : exercises.find((one) => !isRight(one));
  if (open === undefined) return withCause(state);
  const found = open.result !== null;
  return withCause({ ...state, current: open.slug, chosen: found });
}
