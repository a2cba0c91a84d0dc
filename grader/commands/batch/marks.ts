import path from 'node:path';
import { group } from 'd3-array';
import type { ClassMark } from '../../../reports/class/page.ts';
import type { Gradebook, Rendered } from '../../../reports/words/gradebook.ts';
import type { HandedIn } from '../../contract/class.ts';
import { loadGradebook } from '../../load.ts';
import { grades, type Marks } from '../../policy/grades.ts';
import type { Policy } from '../../policy/policy.ts';
import { writeWhole } from '../write.ts';
import { filesOf } from '../write-class.ts';
import { GO_ON } from './files.ts';
import type { ClassGraded } from './grade-class.ts';
import type { Marking } from './rules.ts';

/** Our own gradebook is always written: everybody is in it. */
const OWN = 'gradebook';

/** The gradebooks that are asked for. @throws Refusal where there is no such format */
export async function gradebooksFor(formats: readonly string[]): Promise<readonly Gradebook[]> {
  return Promise.all([...new Set([OWN, ...formats])].map(loadGradebook));
}

/** Makes marks of what was graded. */
export function marksOf(
  { handIns, absent }: HandedIn,
  { entries }: Pick<ClassGraded, 'entries'>,
  { rules, adjustments }: Marking,
): Marks {
  const results = new Map(entries.map(({ id, brief }) => [id, brief]));
  const judged = handIns.map(({ id, student, at, late }) => ({
    ...{ student, at, late },
    result: results.get(id) ?? null,
  }));
  return grades({ handIns: judged, absent }, rules, adjustments);
}

/** The marks with where the instructor's view of each hand-in lies, for the page of the class. */
export function withPages(
  { grades }: Marks,
  { handIns }: HandedIn,
  { entries }: Pick<ClassGraded, 'entries'>,
): readonly ClassMark[] {
  const pages = new Map(entries.map(({ id, name }) => [id, filesOf(name).instructorPage]));
  const listed = group(
    handIns.flatMap(({ id, student }) => {
      const instructorPage = pages.get(id);
      return instructorPage === undefined ? [] : [{ id, instructorPage, of: student.id }];
    }),
    (each) => each.of,
  );
  return grades.map((grade) => ({ grade, handIns: listed.get(grade.student.id) ?? [] }));
}

/**
 * Writes marks as gradebooks.
 *
 * @returns what whoever imports them has to know, each in one line
 */
export async function writeGradebooks(
  marks: Marks,
  { deadline }: Policy,
  gradebooks: readonly Gradebook[],
  { out, title, column }: { readonly out: string; title: string; column: string | null },
): Promise<readonly string[]> {
  const options = {
    title,
    ...(column === null ? {} : { column }),
    ...(deadline === null ? {} : { due: new Date(deadline).toISOString() }),
  };
  const written = gradebooks.map(({ file, render }) => ({
    file,
    rendered: render(marks.grades, options),
  }));
  await writeWhole(
    Object.fromEntries(written.map(({ file, rendered }) => [path.join(out, file), rendered.text])),
    GO_ON,
  );
  return [
    ...marks.unmatched.map(
      ({ line, student }) => `Adjustment in line ${line}: nobody in the class is "${student}".`,
    ),
    ...marks.idle.map(
      ({ line, student }) =>
        `Adjustment in line ${line}: the extension of "${student}" does not end after the deadline.`,
    ),
    ...written.flatMap(({ file, rendered }) => linesFor(file, rendered)),
  ];
}

function linesFor(file: string, { leftOut, notes }: Rendered): readonly string[] {
  const reasons = group(leftOut, ({ why }) => why);
  return [
    ...[...reasons].map(([why, all]) => {
      const [first, ...others] = all.map(({ student }) => student.id);
      const more = others.length === 0 ? '' : ` and ${others.length} more`;
      return `${file} leaves out ${first}${more}: ${all.length === 1 ? 'this one' : 'each'} ${why}.`;
    }),
    ...notes.map((note) => `${file}: ${note}`),
  ];
}
