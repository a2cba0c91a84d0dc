import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Course, CourseExercise } from '../../contract/course.ts';
import type { ExerciseSlug } from '../../contract/identity.ts';
import type { Submission, SubmittedFile } from '../../contract/submission.ts';
import { readCourse } from '../../intake/course.ts';
import { readSubmission } from '../../intake/submission.ts';
import { prerequisites } from '../../solutions.ts';
import { type Kept, startOf, type WatchState } from '../../watch/state.ts';

/** What is judged, and what it is judged by, as the files were at one moment. */
export interface Material {
  readonly course: Course;
  readonly submission: Submission;
  /** Tells one key from another, where there is one. */
  readonly key: string | null;
}

/** Where the material lies. */
export interface Places {
  /** Of the student's work. */
  readonly folder: string;
  readonly course: string;
  /** File of a key. */
  readonly key: string;
}

/**
 * Reads both, as `grade` does.
 *
 * @throws Refusal when one of them cannot be read
 */
export async function readMaterial({ folder, course: home, key }: Places): Promise<Material> {
  const course = await readCourse(home);
  const there = await stat(key).catch(() => null);
  return {
    course,
    submission: await readSubmission(folder, course),
    key: there === null ? null : `${there.mtimeMs} ${there.size}`,
  };
}

/**
 * The same again, after the student's files may have changed. Where students write into
 * the course's own stubs, those change with every save.
 *
 * @param courseToo whether the course may have changed as well
 * @throws Refusal when something cannot be read
 */
export async function readAgain(
  places: Places,
  before: Material,
  courseToo: boolean,
): Promise<Material> {
  if (courseToo || path.resolve(places.folder) === path.resolve(places.course)) {
    return readMaterial(places);
  }
  return { ...before, submission: await readSubmission(places.folder, before.course) };
}

/** A watch of this material at its start. */
export function startOfMaterial({ course }: Material, kept: Kept | null): WatchState {
  const standsOn = (exercise: CourseExercise): readonly ExerciseSlug[] =>
    prerequisites(course, exercise).map(({ slug }) => slug);
  return startOf(course.exercises, standsOn, kept);
}

/** Whether something changed that the key or the checks are made from. */
export function isOtherCourse(before: Material, now: Material): boolean {
  const [one, other] = [before.course, now.course];
  return (
    before.key !== now.key ||
    one.id !== other.id ||
    one.exercises.length !== other.exercises.length ||
    one.exercises.some((each, at) => !isSameExercise(each, other.exercises[at]))
  );
}

/** Whatever becomes of the stub: its digest tells of manifest and probes. */
function isSameExercise(one: CourseExercise, other: CourseExercise | undefined): boolean {
  return (
    one.slug === other?.slug &&
    one.digest === other.digest &&
    one.solution?.source === other.solution?.source &&
    one.solution?.mistakes === other.solution?.mistakes
  );
}

/** The exercises whose text or stub is not what it was. */
export function changedSlugs(before: Material, now: Material): readonly ExerciseSlug[] {
  return now.course.exercises
    .filter((each) => textsOf(each, before) !== textsOf(each, now))
    .map(({ slug }) => slug);
}

function textsOf({ slug }: CourseExercise, { course, submission }: Material): string {
  const stub = course.exercises.find((each) => each.slug === slug)?.stub;
  return JSON.stringify([submission.files.get(slug), stub]);
}

/**
 * Whether a file may be caught in the middle of being saved: editors empty it first,
 * or take it away and put another in its place.
 */
export function isHalfSaved(before: Material, now: Material): boolean {
  return now.course.exercises.some(
    ({ slug }) =>
      !isEmpty(before.submission.files.get(slug)) && isEmpty(now.submission.files.get(slug)),
  );
}

function isEmpty(file: SubmittedFile | undefined): boolean {
  return file?.state !== 'read' || file.text.trim() === '';
}
