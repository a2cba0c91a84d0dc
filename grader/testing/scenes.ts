import type { Item, Scene } from '../../reports/watch/scene.ts';
import { thousandths } from '../contract/identity.ts';
import type { ExerciseResult } from '../contract/result.ts';
import { FIRST, SECOND } from './documents.ts';

/** An exercise of a watch, as far as a test cares. */
export const itemOf = (own: Partial<Item> = {}): Item => ({
  slug: FIRST,
  title: 'First',
  file: 'first.ts',
  possible: thousandths(10),
  result: null,
  glimpse: null,
  work: 'none',
  defect: null,
  ...own,
});

/** A watch of two exercises, of which the first is worked on. */
export const sceneOf = (
  first: Partial<Item> | ExerciseResult = {},
  own: Partial<Scene> = {},
): Scene => ({
  exercises: [
    itemOf('checks' in first ? { result: first } : first),
    itemOf({ slug: SECOND, title: 'Second', file: 'second.ts' }),
  ],
  current: FIRST,
  opened: 0,
  cursor: null,
  notice: null,
  trouble: null,
  ...own,
});
