import { causeOf } from '../../reports/watch/cause.ts';
import { currentOf, isRight } from '../../reports/watch/scene.ts';
import type { Key } from './event.ts';
import { afterChange, choose } from './moves.ts';
import type { WatchState } from './state.ts';

/** What the watch is after a key. Opening the report is not its matter. */
export function pressed(state: WatchState, key: Key): WatchState {
  if (key === 'quit') return { ...state, over: true };
  return state.cursor === null ? atExercise(state, key) : inList(state, state.cursor, key);
}

function atExercise(state: WatchState, key: Key): WatchState {
  switch (key) {
    case 'hint':
      return withHint(state);
    case 'list':
      return { ...state, cursor: placeOf(state) };
    case 'next':
      return toNext(state);
    case 'previous':
      return to(state, placeOf(state) - 1);
    case 'again':
      return afterChange(state, [state.current]);
    default:
      return state;
  }
}

function inList(state: WatchState, cursor: number, key: Key): WatchState {
  const last = state.exercises.length - 1;
  switch (key) {
    case 'up':
      return { ...state, cursor: Math.max(0, cursor - 1) };
    case 'down':
      return { ...state, cursor: Math.min(last, cursor + 1) };
    case 'enter':
      return to(state, cursor);
    case 'escape':
    case 'list':
      return { ...state, cursor: null };
    default:
      return state;
  }
}

/** Opens one hint more, where the first cause is known and has one. */
function withHint(state: WatchState): WatchState {
  const { result, work } = currentOf(state);
  // Hints are about what stands on the screen, and that is about to change.
  if (result === null || work !== 'none') return state;
  const rungs = causeOf(result)?.rungs.length ?? 0;
  if (rungs > 0) return { ...state, opened: Math.min(rungs, state.opened + 1) };
  return isRight(currentOf(state)) ? state : { ...state, notice: 'There is no hint for this.' };
}

/** Goes on to the next exercise that is not right, from the last one round to the first. */
function toNext(state: WatchState): WatchState {
  const at = placeOf(state);
  const others = [...state.exercises.slice(at + 1), ...state.exercises.slice(0, at)];
  const next = others.find((one) => !isRight(one));
  if (next !== undefined) return choose(state, next.slug);
  const words = isRight(currentOf(state)) ? 'Everything is right.' : 'All others are right.';
  return { ...state, notice: words };
}

function to(state: WatchState, place: number): WatchState {
  const found = state.exercises[place];
  return found === undefined ? state : choose(state, found.slug);
}

function placeOf({ exercises, current }: WatchState): number {
  return exercises.findIndex(({ slug }) => slug === current);
}
