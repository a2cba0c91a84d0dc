import { rollups } from 'd3-array';
import type { ExerciseResult, Result } from '../../grader/contract/result.ts';
import { points } from '../words/numbers.ts';
import { clueOf, firstToDo, OUTCOMES, outcomeInWords } from '../words/student.ts';
import { clipped, nameInWords, titleInWords } from './clip.ts';
import { linkTo } from './link.ts';
import { type ClassMember, compareText } from './member.ts';

// Every cell that can be sorted by carries its place as a number, so that the
// script of the page compares numbers and knows nothing of languages.

/** The table of all submissions. */
export function rollOf(members: readonly ClassMember[]) {
  const attempts = members.flatMap(({ result }) => result.exercises);
  const titles = new Map(
    rollups(
      attempts,
      ([first]) => first?.title ?? '',
      ({ slug }) => slug,
    ),
  );
  const slugs = [...titles.keys()].sort(compareText);
  return {
    exercises: slugs.map((slug) => ({
      number: slug.slice(0, 2),
      title: titleInWords(titles.get(slug) ?? ''),
    })),
    rows: members.map((member, place) => rowOf(member, place, slugs)),
  };
}

function rowOf(
  { result, page, instructorPage }: ClassMember,
  place: number,
  slugs: readonly string[],
) {
  return {
    place,
    name: nameInWords(result.submission),
    cells: slugs.map((slug) => cellOf(result.exercises.find((each) => each.slug === slug))),
    total: {
      place: result.points.earned,
      status: result.status,
      ...OUTCOMES[result.status],
      points: `${points(result.points.earned)} of ${points(result.points.possible)}`,
    },
    first: firstOf(result, slugs),
    page: linkTo(page),
    instructorPage: linkTo(instructorPage),
  };
}

function cellOf(exercise: ExerciseResult | undefined) {
  if (exercise === undefined) return null;
  return {
    place: exercise.points.earned,
    status: exercise.status,
    ...OUTCOMES[exercise.status],
    earned: points(exercise.points.earned),
    possible: points(exercise.points.possible),
  };
}

/** What to do first, and its place in the course; who has nothing to do comes last. */
function firstOf(result: Result, slugs: readonly string[]) {
  const first = firstToDo(result.exercises);
  if (first === null) return { place: 1000 * slugs.length, words: NOTHING_TO_DO[result.status] };
  const { exercise, check } = first;
  const clue = clueOf(check, exercise);
  const words = clue?.title ?? outcomeInWords(check, exercise);
  return {
    place: 1000 * slugs.indexOf(exercise.slug) + exercise.checks.indexOf(check),
    words: clipped(`${exercise.slug.slice(0, 2)}: ${words}`, 240),
  };
}

const NOTHING_TO_DO: Readonly<Record<Result['status'], string>> = {
  pass: 'Nothing: everything is right.',
  fail: 'Nothing is named.',
  error: 'Nothing yet: it could not be judged in full.',
  skip: 'Nothing yet: it waits for an earlier exercise.',
};
