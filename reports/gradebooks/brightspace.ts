import type { Gradebook } from '../words/gradebook.ts';
import { titled } from './table/assignment.ts';
import { isOneLine, mark } from './table/cells.ts';
import { found, type IdColumn } from './table/students.ts';
import { table } from './table/table.ts';

/** Brightspace has `#` before every id, so that no spreadsheet takes its zeros away. A roster may have it there already. */
const bare = (id: string | undefined) => id?.replace(/^#/, '');

const IDS: readonly IdColumn[] = [
  {
    words: 'OrgDefinedId',
    of: ({ ids }) => bare(ids['org-defined-id']),
    fits: isOneLine,
  },
  { words: 'username', of: ({ ids }) => bare(ids.username), fits: isOneLine },
];

/** What "Import grades" of Brightspace (D2L) reads. */
export const gradebook: Gradebook = {
  file: 'brightspace.csv',
  render(grades, options) {
    const { rows, leftOut } = found(grades, IDS);
    const { title, notes } = titled(options.title);
    const text = table([
      ['OrgDefinedId', 'Username', `${title} Points Grade`, 'End-of-Line Indicator'],
      ...rows.map(({ grade, ids }) => [
        ...ids.map((id) => (id === '' ? '' : `#${id}`)),
        mark(grade),
        '#',
      ]),
    ]);
    return { text, leftOut, notes };
  },
};
