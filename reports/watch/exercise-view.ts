import type { ExerciseResult, Status } from '../../grader/contract/result.ts';
import { lessonFile, type Rung } from '../words/hints.ts';
import { linkedInWords } from '../words/linked.ts';
import { counted } from '../words/phrases.ts';
import { OUTCOMES, score } from '../words/student.ts';
import { type Cause, causeOf, glimpsedCause } from './cause.ts';
import { pieces } from './cells.ts';
import { block, EMPTY, ends, faint, type Line, type Look, line } from './line.ts';
import { currentOf, type Item, isRight, nameOf, type Scene } from './scene.ts';

const INDENT = 3;
/** Lines of what the student's code printed that are shown. */
const MOST_PRINTED = 8;

const LOOKS: Readonly<Record<Status, Look>> = {
  pass: 'right',
  fail: 'wrong',
  error: 'error',
  skip: 'waits',
};

/** The exercise that is worked on: its title, and the one thing to do or to think about. */
export function exerciseLines(scene: Scene, columns: number): readonly Line[] {
  const item = currentOf(scene);
  return [...titleLines(item, columns), EMPTY, ...bodyLines(scene, item, columns)];
}

/** Sign, name and points of an exercise. */
export function headOf(item: Item, columns: number, look?: Look): Line {
  const { result, work } = item;
  const status =
    work === 'none' ? (result?.status ?? (item.defect === null ? null : 'error')) : null;
  const sign = status === null ? '…' : OUTCOMES[status].sign;
  const end = result === null ? '' : score(result.points);
  const start = { text: ` ${sign} `, ...(status !== null && { look: LOOKS[status] }) };
  return ends([start], { text: nameOf(item), ...(look && { look }) }, end, columns - 1);
}

function titleLines(item: Item, columns: number): readonly Line[] {
  const where = item.result?.path ?? `exercises/${item.slug}/${item.file}`;
  return [headOf(item, columns, 'bold'), ...block(where, columns, INDENT, 'dim')];
}

function bodyLines(scene: Scene, item: Item, columns: number): readonly Line[] {
  const { result, glimpse, work, defect } = item;
  if (work === 'none' && defect !== null) {
    const words = `The grader itself went wrong here, through no fault of yours: ${defect}`;
    return block(words, columns, INDENT, 'error');
  }
  const complete = glimpse?.points.possible === item.possible;
  const seen = glimpse === null ? null : glimpsedCause(glimpse, complete);
  if (seen !== null) return causeLines(seen, columns);
  if (result === null) return [];
  const lines = isRight(item)
    ? rightLines(scene, result, columns)
    : openLines(scene, result, columns);
  return work === 'none' ? lines : faint(lines);
}

/** An exercise that is not right yet. */
function openLines(scene: Scene, result: ExerciseResult, columns: number): readonly Line[] {
  const cause = causeOf(result);
  if (cause === null) return [];
  const note = linkedInWords(
    result,
    scene.exercises.flatMap((each) => each.result ?? []),
  );
  const right = result.checks.filter(({ status }) => status === 'pass').length;
  const sofar =
    right === 0 ? '' : `${right} of ${counted(result.checks.length, 'check', 'checks')} are right.`;
  const rest = [sofar, cause.follows].filter(Boolean).join(' ');
  return [
    ...(note === '' ? [] : [...block(note, columns, INDENT, 'dim'), EMPTY]),
    ...causeLines(cause, columns),
    ...cause.rungs.slice(0, scene.opened).flatMap((each) => rungLines(each, columns)),
    ...(cause.untouched
      ? [EMPTY, ...block(`The lesson is in ${lessonFile(result)}.`, columns, INDENT)]
      : []),
    ...(rest === '' ? [] : [EMPTY, ...block(rest, columns, INDENT, 'dim')]),
    ...printedLines(result, columns),
  ];
}

/** A hint that was opened. */
export function rungLines({ title, words }: Rung, columns: number): readonly Line[] {
  return [EMPTY, ...block(title, columns, INDENT, 'hint'), ...block(words, columns, INDENT + 2)];
}

function causeLines({ title, words, looksLike }: Cause, columns: number): readonly Line[] {
  return [
    ...(title === null ? [] : block(title, columns, INDENT, 'bold')),
    ...block(words, columns, INDENT),
    ...(looksLike === null ? [] : block(`Looks like: ${looksLike}.`, columns, INDENT, 'hint')),
  ];
}

/** An exercise that is right. */
function rightLines(scene: Scene, result: ExerciseResult, columns: number): readonly Line[] {
  const { question, checks } = result;
  const praise = `Well done, this is right: ${
    checks.length === 1 ? 'its check passes' : `all ${checks.length} checks pass`
  }.`;
  return [
    ...block(praise, columns, INDENT, 'right'),
    ...(question === null
      ? []
      : [
          EMPTY,
          ...block('One question, for yourself', columns, INDENT, 'hint'),
          ...block(
            `It costs no points. Look at line ${question.line} of your file: ${question.ask}`,
            columns,
            INDENT + 2,
          ),
        ]),
    EMPTY,
    ...block(whatFollows(scene), columns, INDENT, 'bold'),
  ];
}

function whatFollows({ exercises, current }: Scene): string {
  const open = exercises.filter((each) => !isRight(each));
  if (open.length === 0) return 'Everything is right. Nothing is left to do.';
  const at = exercises.findIndex(({ slug }) => slug === current);
  const next = exercises.slice(at + 1).find((each) => !isRight(each)) ?? open[0];
  return next === undefined ? '' : `n goes on to ${nameOf(next)}.`;
}

function printedLines({ printed }: ExerciseResult, columns: number): readonly Line[] {
  const text = printed.trimEnd();
  if (text === '') return [];
  const room = Math.max(1, columns - INDENT - 2);
  const lines = text.split('\n').flatMap((each) => pieces(each, room));
  const more = lines.length - MOST_PRINTED;
  const shown = more > 1 ? lines.slice(0, MOST_PRINTED) : lines;
  return [
    EMPTY,
    ...block('Your code printed:', columns, INDENT, 'dim'),
    ...shown.map((each) => line(`${' '.repeat(INDENT + 2)}${each}`)),
    ...(more > 1 ? block(`… and ${more} more lines`, columns, INDENT + 2, 'dim') : []),
  ];
}
