import { causeOf } from '../../reports/watch/cause.ts';
import { currentOf } from '../../reports/watch/scene.ts';
import type { ExerciseSlug } from '../contract/identity.ts';
import type { Watched, WatchState } from './state.ts';

/** Works on another exercise from now on. */
export function choose(state: WatchState, slug: ExerciseSlug): WatchState {
  const moved = { ...state, chosen: true, cursor: null };
  return slug === state.current ? moved : withCause({ ...moved, current: slug });
}

/** Has these exercises, and all that stand on them, judged anew. */
export function afterChange(state: WatchState, slugs: readonly ExerciseSlug[]): WatchState {
  const exercises = state.exercises.map((one): Watched => {
    const touched = slugs.includes(one.slug) || one.standsOn.some((slug) => slugs.includes(slug));
    return touched
      ? { ...one, version: one.version + 1, glimpse: null, defect: null, work: 'waiting' }
      : one;
  });
  return { ...state, exercises };
}

/** Hints stay open as long as the first cause is the same. */
export function withCause(state: WatchState): WatchState {
  const { result } = currentOf(state);
  if (result === null) return state;
  const cause = causeOf(result)?.id ?? null;
  return cause === state.cause ? state : { ...state, cause, opened: 0 };
}
