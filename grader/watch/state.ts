import type { Item, Scene } from '../../reports/watch/scene.ts';
import { oneLine } from '../../reports/words/plain.ts';
import type { CourseExercise } from '../contract/course.ts';
import { type ExerciseSlug, sumPoints, thousandths } from '../contract/identity.ts';

/** An exercise with what is known of its files. */
export interface Watched extends Item {
  /** Exercises that it stands on, directly or not. */
  readonly standsOn: readonly ExerciseSlug[];
  /** Counts the texts that its judgement depends on. */
  readonly version: number;
  /** The version that was judged last, or `null`. */
  readonly judged: number | null;
}

/** All that the watch knows. What it shows is a part of that. */
export interface WatchState extends Scene {
  readonly exercises: readonly Watched[];
  /** Whether somebody chose the current exercise; until then the first that is not right is looked for. */
  readonly chosen: boolean;
  /** The first cause that hints were opened for. */
  readonly cause: string | null;
  readonly over: boolean;
}

/** What is to be judged next. */
export interface Job {
  readonly slug: ExerciseSlug;
  readonly version: number;
}

/** What was kept of an earlier watch. */
export interface Kept {
  readonly exercise: ExerciseSlug;
  readonly cause: string | null;
  readonly opened: number;
}

/**
 * The state at the start, before anything is judged.
 *
 * @param kept of an earlier watch of the same folder, as far as it fits the course
 */
export function startOf(
  exercises: readonly CourseExercise[],
  standsOn: (exercise: CourseExercise) => readonly ExerciseSlug[],
  kept: Kept | null,
): WatchState {
  const [first] = exercises;
  if (first === undefined) throw new Error('a course has at least one exercise');
  const known = kept !== null && exercises.some(({ slug }) => slug === kept.exercise);
  return {
    exercises: exercises.map((each) => watched(each, standsOn(each))),
    current: known ? kept.exercise : first.slug,
    chosen: known,
    cause: known ? kept.cause : null,
    opened: known ? kept.opened : 0,
    cursor: null,
    notice: null,
    trouble: null,
    over: false,
  };
}

function watched({ slug, manifest }: CourseExercise, standsOn: readonly ExerciseSlug[]): Watched {
  return {
    slug,
    title: oneLine(manifest.title),
    file: manifest.file,
    possible: sumPoints(manifest.checks.map(({ points }) => thousandths(points))),
    standsOn,
    version: 0,
    judged: null,
    result: null,
    glimpse: null,
    work: 'waiting',
    defect: null,
  };
}

/** The exercise that is worked on goes before all others; then they come in the order of the course. */
export function nextJob({ exercises, current, trouble }: WatchState): Job | null {
  if (trouble !== null) return null;
  const open = exercises.filter(isStale);
  const next = open.find(({ slug }) => slug === current) ?? open[0];
  return next === undefined ? null : { slug: next.slug, version: next.version };
}

/** Whether nobody waits for a judgement that is under way any more, or another is wanted first. */
export function isOutdated(state: WatchState, job: Job): boolean {
  const next = nextJob(state);
  return next === null || next.version !== job.version || next.slug !== job.slug;
}

/** Whether an exercise was not judged as it is now. */
export function isStale({ version, judged }: Watched): boolean {
  return judged !== version;
}
