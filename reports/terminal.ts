import picocolors from 'picocolors';
import type { CheckResult, ExerciseResult, Result, Status } from '../grader/contract/result.ts';
import { forStudent } from './words/disclosure.ts';
import { linkedInWords } from './words/linked.ts';
import { points } from './words/numbers.ts';
import { oneLine, plainThroughout } from './words/plain.ts';
import type { Report } from './words/report.ts';
import { changesSince } from './words/since.ts';
import { clueOf, firstToDo, OUTCOMES, outcomeInWords, unwrittenNames } from './words/student.ts';

const WIDTH = 78;

/** A summary that a student reads where the command was run. */
export const report: Report = {
  file: 'feedback.txt',
  audience: 'students',
  render(given, { colour, since }) {
    const result = plainThroughout(forStudent(given));
    const paint = picocolors.createColors(colour);
    const colours: Record<Status, (text: string) => string> = {
      pass: paint.green,
      fail: paint.red,
      error: paint.magenta,
      skip: paint.yellow,
    };
    const sign = (status: Status): string => colours[status](OUTCOMES[status].sign);
    const lines = [
      '',
      ...wrapped(oneLine(`${result.submission}  ·  ${result.course}, seed ${result.seed}`), 0).map(
        paint.bold,
      ),
      '',
      ...result.exercises.flatMap((exercise) => exerciseLines(exercise, result, sign, paint)),
      paint.bold(aligned('Total', score(result))),
      '',
      ...(since === undefined ? [] : changes(plainThroughout(since), result)),
      ...nextStep(result, paint),
    ];
    return `${lines.join('\n')}\n`;
  },
};

function exerciseLines(
  exercise: ExerciseResult,
  { exercises }: Result,
  sign: (status: Status) => string,
  paint: ReturnType<typeof picocolors.createColors>,
): readonly string[] {
  const right = exercise.checks.filter(({ status }) => status === 'pass').length;
  const title = aligned(
    oneLine(`${exercise.slug.slice(0, 2)}  ${exercise.title}`),
    score(exercise),
    2,
  );
  const lines = [`${sign(exercise.status)} ${paint.bold(title)}`];
  if (exercise.status === 'pass') return [...lines, ''];
  const unwritten = unwrittenNames(exercise);
  if (unwritten !== null) {
    return [...lines, ...wrapped(`Not written yet: ${unwritten.map(oneLine).join(', ')}.`, 6), ''];
  }
  const note = linkedInWords(exercise, exercises);
  if (note !== '') lines.push(...wrapped(note, 6));
  if (right > 0)
    lines.push(paint.dim(`      ${right} of ${exercise.checks.length} checks are right`));
  for (const group of sameReason(exercise)) {
    for (const { status, title: name, points: each } of group.checks) {
      lines.push(`    ${sign(status)} ${aligned(oneLine(name), score({ points: each }), 6)}`);
    }
    lines.push(...wrapped(group.words, 8));
    if (group.clue !== null) {
      lines.push(...wrapped(oneLine(`Looks like: ${group.clue.title}.`), 8).map(paint.cyan));
      lines.push(...wrapped(oneLine(group.clue.hint), 8).map(paint.cyan));
    }
  }
  const printed = exercise.printed.trimEnd();
  if (printed !== '') {
    lines.push(paint.dim('      Your code printed:'));
    lines.push(
      ...printed
        .split('\n')
        .flatMap((line) => pieces(line, WIDTH - 8))
        .slice(0, 8)
        .map((line) => paint.dim(`        ${line}`)),
    );
  }
  return [...lines, ''];
}

interface Group {
  readonly checks: CheckResult[];
  readonly words: string;
  readonly clue: { readonly title: string; readonly hint: string } | null;
}

/** Checks that are not right, neighbours with the same explanation told once. */
function sameReason(exercise: ExerciseResult): readonly Group[] {
  const groups: Group[] = [];
  const told = new Set<string>();
  for (const check of exercise.checks) {
    if (check.status === 'pass') continue;
    const words = oneLine(outcomeInWords(check, exercise));
    const last = groups.at(-1);
    const clue = clueOf(check, exercise);
    const fresh = clue !== null && !told.has(clue.title) ? clue : null;
    if (last?.words === words && fresh === null) last.checks.push(check);
    else groups.push({ checks: [check], words, clue: fresh });
    if (clue !== null) told.add(clue.title);
  }
  return groups;
}

/** What is newly right since an older result, and what is not any more. */
function changes(older: Result, result: Result): readonly string[] {
  const { title, gained, lost } = changesSince(older, result);
  const told = [
    ...gained.map((words) => `newly right: ${words}`),
    ...lost.map((words) => `right before, and not now: ${words}`),
  ];
  return [
    `${title}:`,
    ...(told.length === 0 ? ['  no check came out another way.'] : []),
    ...told.flatMap((words) => wrapped(oneLine(words), 2)),
    '',
  ];
}

function nextStep(
  result: Result,
  paint: ReturnType<typeof picocolors.createColors>,
): readonly string[] {
  if (result.status === 'pass') return [paint.green('Everything is right.')];
  const first = firstToDo(result.exercises);
  if (first === null) return [];
  const { exercise, check } = first;
  return wrapped(oneLine(`Next: ${exercise.slug}, "${check.title}".`), 0).map(paint.bold);
}

function score({ points: { earned, possible } }: Pick<Result, 'points'>): string {
  return `${points(earned)} / ${points(possible)}`;
}

/** Left and right at the two ends of a line. */
function aligned(left: string, right: string, indent = 0): string {
  const room = WIDTH - indent - right.length - 2;
  const fitting = left.length > room ? `${pieces(left, room - 1)[0]}…` : left;
  return `${fitting.padEnd(room + 2)}${right}`;
}

/** Words broken into lines of the width, each indented. */
function wrapped(text: string, indent: number): readonly string[] {
  const room = WIDTH - indent;
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((each) => pieces(each, room))) {
    if (line !== '' && line.length + 1 + word.length > room) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line].map((each) => `${' '.repeat(indent)}${each}`);
}

/** A text cut where it leaves the room, and never within a character. */
function pieces(text: string, room: number): readonly string[] {
  const found: string[] = [];
  let piece = '';
  for (const character of text) {
    if (piece.length + character.length > room) {
      found.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...found, piece];
}
