import type { Grade, Student } from '../../../grader/contract/class.ts';
import type { LeftOut } from '../../words/gradebook.ts';
import { listed } from '../../words/phrases.ts';
import { isExact, shown } from './cells.ts';

/** A column by which an importer finds students. */
export interface IdColumn {
  /** "username". */
  readonly words: string;
  readonly of: (student: Student) => string | null | undefined;
  /** Whether the importer takes an id for what it is; {@link isExact} unless told otherwise. */
  readonly fits?: (id: string) => boolean;
}

export interface Found {
  readonly grade: Grade;
  /** One for each column, empty where there is none that is sure. */
  readonly ids: readonly string[];
}

/**
 * Whom an importer will find by at least one of the columns. An id that two students
 * share names neither of them: a mark that reaches the wrong student is worse than none.
 */
export function found(
  grades: readonly Grade[],
  columns: readonly IdColumn[],
): { readonly rows: readonly Found[]; readonly leftOut: readonly LeftOut[] } {
  const read = columns.map((column) => idsOf(grades, column));
  const rows = grades.map((grade, nth) => ({
    grade,
    ids: read.map((ids) => (ids[nth]?.trouble === null ? ids[nth].id : '')),
  }));
  const isThere = ({ ids }: Found) => ids.some((id) => id !== '');
  return {
    rows: rows.filter(isThere),
    leftOut: rows.flatMap((row, nth) =>
      isThere(row)
        ? []
        : [
            {
              student: row.grade.student,
              why: why(
                read.map((ids) => ids[nth]),
                columns,
              ),
            },
          ],
    ),
  };
}

interface Id {
  readonly id: string;
  /** Why nobody can be found by it, or `null`; empty where there is none. */
  readonly trouble: string | null;
}

function idsOf(grades: readonly Grade[], column: IdColumn): readonly Id[] {
  const ids = grades.map(({ student }) => column.of(student) ?? '');
  // Whether capitals matter is for the platform to say.
  const folded = ids.map((id) => id.trim().toLowerCase());
  const counts = new Map<string, number>();
  for (const id of folded) counts.set(id, (counts.get(id) ?? 0) + 1);
  const fits = column.fits ?? isExact;
  return ids.map((id, nth) => {
    if (id.trim() === '') return { id, trouble: '' };
    const words = `the ${column.words} "${shown(id)}"`;
    if (!fits(id)) return { id, trouble: `${words} would not be read as it is` };
    const sharing = counts.get(folded[nth] ?? '') ?? 0;
    return { id, trouble: sharing > 1 ? `${words} is that of ${sharing} students` : null };
  });
}

function why(ids: readonly (Id | undefined)[], columns: readonly IdColumn[]): string {
  const troubles = ids.flatMap((id) => (id?.trouble ? [id.trouble] : []));
  if (troubles.length > 0) return `cannot be found: ${listed(troubles)}`;
  const words = columns.map((column) => column.words);
  return words.length === 1
    ? `has no ${words[0]}`
    : `has no ${words.slice(0, -1).join(', no ')} and no ${words.at(-1)}`;
}
