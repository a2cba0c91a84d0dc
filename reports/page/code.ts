import type { CheckResult, ExerciseResult, Reason } from '../../grader/contract/result.ts';
import { errorInWords } from '../words/outcomes/sentence.ts';
import { placesOf } from '../words/places.ts';
import { OUTCOMES } from '../words/student.ts';
import { type Token, tokensOf } from './highlight.ts';

/** A few lines of a student's file, with what there is to say of them. */
export interface CodeBlock {
  readonly title: string;
  readonly lines: readonly CodeLine[];
}

interface CodeLine {
  readonly number: number;
  readonly tokens: readonly Token[];
  readonly notes: readonly string[];
}

/** How far back a comment is looked for. */
const MOST_ABOVE = 40;

/** Lines around one that a message is about. */
const AROUND = 2;

interface Range {
  readonly from: number;
  readonly to: number;
}

/**
 * The lines of a student's file that matter: the functions behind checks that
 * failed, and the neighbours of every line that a message is about.
 *
 * @param most lines that are shown of one exercise
 */
export function codeBlocks(exercise: ExerciseResult, most: number): readonly CodeBlock[] {
  if (exercise.source === null) return [];
  const lines = exercise.source.split('\n');
  const notes = notesOf(exercise);
  const wanted = [
    ...rangesOf(functionsToShow(exercise), exercise),
    ...[...notes.keys()].map((line) => ({ from: line - AROUND, to: line + AROUND })),
  ];
  let room = most;
  return merged(wanted, lines.length).flatMap(({ from, to }) => {
    const last = Math.min(to, from + room - 1);
    room -= Math.max(0, last - from + 1);
    if (last < from) return [];
    return [
      {
        title: `${exercise.file}, ${from === last ? `line ${from}` : `lines ${from} to ${last}`}`,
        lines: highlighted(lines, { from, to: last }).map((each, at) => ({
          number: from + at,
          tokens: each,
          notes: notes.get(from + at) ?? [],
        })),
      },
    ];
  });
}

/**
 * The tokens of some lines. They are read from the last blank line before them on:
 * a line in the middle of a comment does not say that it is one.
 */
function highlighted(lines: readonly string[], { from, to }: Range) {
  const before = lines.slice(Math.max(0, from - 1 - MOST_ABOVE), from - 1);
  const above = before.length - 1 - before.findLastIndex((line) => line.trim() === '');
  return tokensOf(lines.slice(from - 1 - above, to)).slice(above);
}

/** Of these one line of the file is at fault, and not what its functions do. */
const ABOUT_THE_FILE = new Set<Reason>(['syntax-error', 'forbidden-import', 'threw-while-loading']);

/** Whether there are lines of the student's own to look at: of a function that is not written there are none. */
function isAboutCode({ status, reason }: CheckResult): boolean {
  return status === 'fail' && reason !== 'not-written' && !ABOUT_THE_FILE.has(reason);
}

function functionsToShow({ checks }: ExerciseResult): readonly string[] {
  return [...new Set(checks.filter(isAboutCode).flatMap(({ tried }) => tried.functions))];
}

function rangesOf(names: readonly string[], exercise: ExerciseResult): readonly Range[] {
  return placesOf(names, exercise).map(({ line, last }) => ({ from: line, to: last }));
}

/** What there is to say of each line. */
function notesOf(exercise: ExerciseResult): ReadonlyMap<number, readonly string[]> {
  const notes = new Map<number, string[]>();
  const add = (line: number, words: string): void => {
    const there = notes.get(line) ?? [];
    if (!there.includes(words)) notes.set(line, [...there, words]);
  };
  const { checks, facts, module, question, status } = exercise;
  if (module.state === 'does-not-compile' && module.line !== null) add(module.line, module.message);
  if (module.state === 'threw' && module.line !== undefined) {
    add(module.line, errorInWords(module));
  }
  for (const { line, message } of facts?.syntaxErrors ?? []) add(line, message);
  for (const check of checks.filter(isAboutCode)) {
    const { sign } = OUTCOMES[check.status];
    const place = check.got?.place;
    if (place != null && module.state === 'loaded') {
      const thrown = check.got?.thrown;
      add(place.line, `${sign} ${thrown == null ? check.title : errorInWords(thrown)}`);
    }
    for (const { line } of placesOf(check.tried.functions.slice(0, 1), exercise)) {
      add(line, `${sign} ${check.title}`);
    }
  }
  if (status !== 'pass') for (const { line, message } of facts?.advice ?? []) add(line, message);
  if (question !== null) add(question.line, 'The question above is about this line.');
  return notes;
}

/** Ranges in the order of their lines, those that touch made one. */
function merged(ranges: readonly Range[], length: number): readonly Range[] {
  const found: Range[] = [];
  for (const { from, to } of [...ranges].sort((a, b) => a.from - b.from)) {
    const [low, high] = [Math.max(1, from), Math.min(length, to)];
    const last = found.at(-1);
    if (low > high) continue;
    if (last !== undefined && low <= last.to + 1) {
      found[found.length - 1] = { from: last.from, to: Math.max(last.to, high) };
    } else {
      found.push({ from: low, to: high });
    }
  }
  return found;
}
