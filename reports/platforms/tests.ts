import type { CheckResult, ExerciseResult, Result } from '../../grader/contract/result.ts';
import { forStudent } from '../words/disclosure.ts';
import { capital } from '../words/phrases.ts';
import { oneLine, plainThroughout } from '../words/plain.ts';
import type { RenderOptions } from '../words/report.ts';
import { clueOf, OUTCOMES, outcomeInWords } from '../words/student.ts';
import { inert } from './inert.ts';
import { type Place, placeOf } from './place.ts';

/** A check as platforms show it: one test among the others of a submission. */
export interface Test {
  /** "01 First: Z agrees with the reference"; no other test of the submission is called that. */
  readonly name: string;
  /** What came back and what it looks like; nothing where the check passed. */
  readonly message: string;
  readonly place: Place;
  readonly check: CheckResult;
  readonly exercise: ExerciseResult;
}

/** How much a test says, in characters. */
export interface Detail {
  readonly name: number;
  readonly message: number;
}

/** As much as any platform takes, and what is left out first where a document would be too large. */
export const DETAILS: readonly [Detail, ...Detail[]] = [
  { name: 250, message: 4000 },
  { name: 250, message: 400 },
  { name: 100, message: 80 },
  { name: 24, message: 0 },
];

/** How the words of tests are shown. */
export interface Shown {
  /** Whether the platform is told that they are text, and keeps to it. */
  readonly asText?: boolean;
  readonly detail?: Detail;
}

/** What a platform may be told of a result: what its student may see, in texts that every format can hold. */
export function forPlatforms(result: Result): Result {
  return plainThroughout(forStudent(result));
}

/** The checks of a result that was made ready by {@link forPlatforms}, in the order of the course. */
export function testsOf(
  { exercises }: Result,
  { submissionAt }: RenderOptions,
  { asText = false, detail = DETAILS[0] }: Shown = {},
): readonly Test[] {
  const shown = (text: string): string => (asText ? text : inert(text));
  const taken = new Set<string>();
  return exercises.flatMap((exercise) =>
    exercise.checks.map((check) => ({
      name: unique(shown(clipped(nameOf(check, exercise), detail.name)), taken),
      message: shown(clipped(messageOf(check, exercise), detail.message)),
      place: placeOf(check, exercise, submissionAt),
      check,
      exercise,
    })),
  );
}

/** An exercise by its number and title: "01 First". */
export function headingOf({ slug, title }: ExerciseResult): string {
  return inOneLine(`${slug.slice(0, 2)} ${title}`);
}

function nameOf({ title }: CheckResult, exercise: ExerciseResult): string {
  return inOneLine(`${headingOf(exercise)}: ${title}`);
}

/** Readers take lines apart at more characters than `\n`, and blanks at the ends away. */
function inOneLine(text: string): string {
  return oneLine(text).replace(/\s+/g, ' ').trim();
}

function messageOf(check: CheckResult, exercise: ExerciseResult): string {
  if (check.status === 'pass') return '';
  const clue = clueOf(check, exercise);
  return [
    outcomeInWords(check, exercise) || `${capital(OUTCOMES[check.status].word)}.`,
    ...(clue === null ? [] : [`Looks like: ${clue.title}. ${clue.hint}`]),
  ].join('\n');
}

/** The beginning of a text, never cut within a character. */
function clipped(text: string, characters: number): string {
  const whole = [...text];
  if (whole.length <= characters) return text;
  return characters === 0 ? '' : `${whole.slice(0, characters - 1).join('')}…`;
}

function unique(name: string, taken: Set<string>): string {
  let own = name;
  for (let nth = 2; taken.has(own); nth++) own = `${name} (${nth})`;
  taken.add(own);
  return own;
}
