import { type Thousandths, thousandths } from '../contract/identity.ts';
import type { Adjustment, ExerciseWorth, Extension } from './adjustment.ts';
import { instantIn } from './instant.ts';

export const COLUMNS = [
  'student',
  'exercise',
  'points',
  'extension',
  'excused',
  'comment',
  'by',
  'why',
] as const;
export type Column = (typeof COLUMNS)[number];

/** What a cell says, or why it says nothing that can be used. */
type Read<Value> = { readonly value: Value } | { readonly problem: string };

/** One row of a document of adjustments; `null` with all that is wrong in it where something is. */
export function read(
  line: number,
  cells: Readonly<Record<Column, string>>,
  exercises: readonly ExerciseWorth[],
): { readonly adjustment: Adjustment | null; readonly problems: readonly string[] } {
  const exercise = exerciseIn(cells.exercise, exercises);
  const worth = 'value' in exercise ? exercise.value : null;
  const points = pointsIn(cells.points, worth, exercises);
  const extension = extensionIn(cells.extension);
  const excused = excusedIn(cells.excused);
  const problems = [
    ...[exercise, points, extension, excused].flatMap((each) =>
      'problem' in each ? [each.problem] : [],
    ),
    ...lacking(cells),
    ...('value' in excused ? empty(cells, excused.value) : []),
  ];
  if (problems.length > 0) return { adjustment: null, problems };
  const found = <Value>(each: Read<Value>) => ('value' in each ? each.value : null);
  return {
    problems,
    adjustment: {
      line,
      student: cells.student.replace(/^'(?=\s*[=+\-@])/, ''),
      exercise: worth?.slug ?? null,
      points: found(points),
      extension: found(extension),
      excused: found(excused) ?? false,
      comment: cells.comment === '' ? null : cells.comment,
      by: cells.by,
      why: cells.why,
    },
  };
}

/** What nobody could defend later. */
function lacking(cells: Readonly<Record<Column, string>>): readonly string[] {
  const { student, by, why } = cells;
  const problems: string[] = [];
  if (student === '') problems.push('it does not say which student');
  if (by === '') problems.push('it does not say who decided it ("by")');
  if (why === '') problems.push('it does not say why ("why")');
  return problems;
}

function empty(cells: Readonly<Record<Column, string>>, excused: boolean): readonly string[] {
  const { exercise, points, extension, comment } = cells;
  if (exercise !== '' && (extension !== '' || excused)) {
    return [
      'an exercise can be given points or a comment and nothing else; an extension and excused are for the whole',
    ];
  }
  if (points === '' && extension === '' && comment === '' && !excused) {
    return ['it changes nothing; give points, an extension, excused or a comment'];
  }
  return [];
}

/** `03-loss`, or just `03`, or the `3` that a spreadsheet leaves of that. */
function exerciseIn(cell: string, exercises: readonly ExerciseWorth[]): Read<ExerciseWorth | null> {
  if (cell === '') return { value: null };
  const found = exercises.find(
    ({ slug }) => slug === cell || slug.split('-')[0] === cell.padStart(2, '0'),
  );
  if (found !== undefined) return { value: found };
  const slugs = exercises.map(({ slug }) => slug).join(', ');
  return { problem: `there is no exercise ${cell}; choose from ${slugs}` };
}

function pointsIn(
  cell: string,
  exercise: ExerciseWorth | null,
  exercises: readonly ExerciseWorth[],
): Read<Thousandths | null> {
  if (cell === '') return { value: null };
  if (/^\d+,\d+$/.test(cell)) {
    return { problem: `"${cell}" has a comma; write ${cell.replace(',', '.')}` };
  }
  if (!/^\d{1,9}(\.\d{1,3})?$/.test(cell)) {
    return {
      problem: `"${cell}" is no number of points; write one like 7.5, with at most three decimals`,
    };
  }
  const value = thousandths(Number(cell));
  const [most, what] =
    exercise === null
      ? [exercises.reduce((all, { possible }) => all + possible, 0), 'the whole']
      : [exercise.possible, exercise.slug];
  if (value <= most) return { value };
  return { problem: `${cell} points are more than the ${most / 1000} that ${what} is worth` };
}

const LENGTHS = { minute: 60_000, hour: 3_600_000, day: 86_400_000, week: 604_800_000 } as const;

/** `2026-03-07T23:59+01:00`, or `2 days` more than the class has. */
function extensionIn(cell: string): Read<Extension | null> {
  if (cell === '') return { value: null };
  const until = instantIn(cell);
  if (until !== null) return { value: { until } };
  const [, count, unit] = /^\+?(\d{1,4}) ?(minute|hour|day|week)s?$/i.exec(cell) ?? [];
  // The expression allows no other words.
  const length = unit && LENGTHS[unit.toLowerCase() as keyof typeof LENGTHS];
  if (count !== undefined && length) return { value: { more: Number(count) * length } };
  return {
    problem: `"${cell}" is no extension; write 2 days, or a date with a time and its zone like 2026-03-07T23:59+01:00`,
  };
}

function excusedIn(cell: string): Read<boolean> {
  const word = cell.toLowerCase();
  if (['', 'no', 'false', '0'].includes(word)) return { value: false };
  if (['yes', 'true', '1', 'x', 'excused', 'ex'].includes(word)) return { value: true };
  return { problem: `excused is "${cell}"; write yes or no` };
}
