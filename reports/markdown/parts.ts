import type { CheckResult, ExerciseResult, Result } from '../../grader/contract/result.ts';
import { clipped } from '../class/clip.ts';
import type { Ladder } from '../page/ladder.ts';
import { nextView } from '../page/next.ts';
import { percent, points } from '../words/numbers.ts';
import { progressOf } from '../words/progress.ts';
import { changesSince } from '../words/since.ts';
import { OUTCOMES } from '../words/student.ts';
import { code, text, textInHtml } from './text.ts';

// What the reports in Markdown have in common. All that a student may have shaped has gone
// through one of the functions in text.ts, and has an end: whatever a result says, a page
// of it can be told how long it may be.

/** Characters of a title, and of a sentence or a hint. */
const LONGEST_TITLE = 160;
const LONGEST_WORDS = 1000;

/** Rows of a table and entries of a list; that there are more is said. */
const MOST_ROWS = 120;
const MOST_CHANGES = 20;

/** A title as text. */
export function titled(words: string): string {
  return text(clipped(words, LONGEST_TITLE));
}

/** Sentences of the course or of the grader as text. */
export function told(words: string): string {
  return text(clipped(words, LONGEST_WORDS));
}

/** Sentences in which a student's own words may stand, as code. */
export function quoted(words: string): string {
  return words === '' ? '' : code(clipped(words, LONGEST_WORDS));
}

/** Parts one below the other, without those that are empty. */
export function stacked(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n');
}

/** What is newly right since an older result, and what is not any more. */
export function changes(older: Result, result: Result, most = MOST_CHANGES): string {
  const { title: heading, gained, lost } = changesSince(older, result);
  const lines = [
    ...gained.map((words) => `- newly right: ${titled(words)}`),
    ...lost.map((words) => `- right before, and not now: ${titled(words)}`),
  ];
  return `${titled(heading)}:\n\n${
    lines.length === 0 ? 'No check came out another way.' : cut(lines, most).join('\n')
  }`;
}

/** A table of the exercises. */
export function overview(exercises: readonly ExerciseResult[], most = MOST_ROWS): string {
  return table(
    ['', 'exercise'],
    'points',
    exercises.map((each) => [outcome(each), title(each), share(each)]),
    most,
  );
}

/** The course's checklist as a list of tasks; of a single exercise the table says as much. */
export function checklist(exercises: readonly ExerciseResult[], most = MOST_ROWS): string {
  if (exercises.length < 2) return '';
  const tasks = progressOf(exercises).map(
    ({ deliverable, done, words }) => `- [${done ? 'x' : ' '}] ${titled(deliverable)}: ${words}`,
  );
  return cut(tasks, most).join('\n');
}

/** The first entries of a list, and how many more there are. */
function cut(lines: readonly string[], most: number): readonly string[] {
  const rest = lines.length - most;
  return rest > 0 ? [...lines.slice(0, most), `- and ${rest} more`] : lines;
}

/** A table of the checks of an exercise. */
export function checksTable(checks: readonly CheckResult[]): string {
  return table(
    ['', 'check'],
    'points',
    checks.map((each) => [outcome(each), titled(each.title), share(each)]),
    MOST_ROWS,
  );
}

function table(
  heads: readonly string[],
  last: string,
  rows: readonly (readonly string[])[],
  most: number,
): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`.replace(/^\| {2}/, '| ');
  return [
    line([...heads, last]),
    `|${'---|'.repeat(heads.length)}---:|`,
    ...rows.slice(0, most).map(line),
    ...(rows.length > most ? [line(['…', `and ${rows.length - most} more`, ''])] : []),
  ].join('\n');
}

/** "02 Backward pass". */
export function title({ slug, title: words }: ExerciseResult): string {
  return titled(`${slug.slice(0, 2)} ${words}`);
}

/** "48 of 100". */
export function share({ points: { earned, possible } }: Pick<Result, 'points'>): string {
  return `${points(earned)} of ${points(possible)}`;
}

function outcome({ status }: Pick<Result, 'status'>): string {
  return `${OUTCOMES[status].sign} ${OUTCOMES[status].word}`;
}

const STEPS = 20;

/** The share of the points as a row of blocks, and in words. */
export function bar({ points: { earned, possible } }: Result): string {
  if (possible === 0) return '';
  const part = Math.min(1, earned / possible);
  const full = Math.floor(part * STEPS);
  return `\`${'█'.repeat(full)}${'░'.repeat(STEPS - full)}\` ${percent(part)}`;
}

/** The one thing to do first, with its hints. */
export function firstThing(result: Result): string {
  if (result.status === 'pass' && result.exercises.length > 0) return 'Everything is right.';
  const first = nextView(result, null);
  if (first === null) return '';
  return stacked([
    `**What to do first:** ${titled(first.title)}`,
    quoted(first.words),
    first.ladder === null ? '' : hints(first.ladder),
    first.follows ?? '',
  ]);
}

/** Something to open. @param heading in words that may be a student's */
export function folded(heading: string, body: string): string {
  return `<details><summary>${textInHtml(clipped(heading, LONGEST_TITLE))}</summary>\n\n${body}\n\n</details>`;
}

/** Hints from the gentlest to the plainest, each to be opened by itself. */
export function hints({ looksLike, question, place, lesson }: Ladder): string {
  return stacked([
    looksLike === null ? '' : `**Looks like:** ${told(looksLike)}.`,
    question === null ? '' : folded('A question that may help', told(question)),
    place === null ? '' : folded('Where to look', told(place)),
    lesson === null
      ? ''
      : folded(
          'An example with other numbers',
          `The lesson follows a small example by hand, number by number: ${quoted(lesson.file)}. Give your function the same numbers and compare step by step.`,
        ),
  ]);
}
