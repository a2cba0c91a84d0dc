import type { ExerciseResult } from '../grader/contract/result.ts';
import { causesIn } from './github/causes.ts';
import { type Annotation, command } from './github/command.ts';
import { forStudent } from './words/disclosure.ts';
import { plainThroughout } from './words/plain.ts';
import type { Report } from './words/report.ts';

/** Of each level a step may make so many; the runner drops the others. */
const MOST = 10;

const LEVELS = ['error', 'warning', 'notice'] as const;

/**
 * Notes on a student's lines, as commands that GitHub's runner obeys. One for each cause,
 * in the order in which they are best mended; what is not begun is no mistake and comes last.
 */
export const report: Report = {
  file: 'annotations.txt',
  audience: 'students',
  render(given, { submissionAt = '' }) {
    const { exercises } = plainThroughout(forStudent(given));
    const notes = [
      ...exercises.flatMap((exercise) => causesIn(exercise, fileOf(exercise, submissionAt))),
      ...exercises.flatMap((exercise) => adviceOn(exercise, fileOf(exercise, submissionAt))),
    ];
    const told = [...notes.filter(({ begun }) => begun), ...notes.filter(({ begun }) => !begun)];
    return LEVELS.flatMap((level) => told.filter((note) => note.level === level).slice(0, MOST))
      .map((note) => `${command(note)}\n`)
      .join('');
  },
};

function fileOf({ path }: ExerciseResult, submissionAt: string): string | null {
  if (path === null) return null;
  return submissionAt === '' ? path : `${submissionAt}/${path}`;
}

/** What the compiler says of types: it costs no points. */
function adviceOn(
  { slug, title, status, facts }: ExerciseResult,
  file: string | null,
): readonly (Annotation & { readonly begun: boolean })[] {
  if (status === 'pass') return [];
  return (facts?.advice ?? []).map(({ line, column, message }) => ({
    level: 'notice',
    file,
    line,
    column,
    title: `${slug.slice(0, 2)} ${title}: advice on types`,
    message,
    begun: true,
  }));
}
