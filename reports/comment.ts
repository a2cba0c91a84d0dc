import { nameInWords } from './class/clip.ts';
import { originOf } from './github/links.ts';
import { COMMENT_MARKER } from './github/marker.ts';
import { bar, changes, firstThing, overview, stacked, titled } from './markdown/parts.ts';
import { forStudent } from './words/disclosure.ts';
import { fitting } from './words/fitting.ts';
import { plainThroughout } from './words/plain.ts';
import type { RenderOptions, Report } from './words/report.ts';
import { score } from './words/student.ts';

/** Rows of the table and changes that are told: fewer where it would be too long. */
const DETAILS = [
  { rows: 100, changes: 20 },
  { rows: 20, changes: 5 },
  { rows: 5, changes: 0 },
];

/** Bytes, of which there are never fewer than characters: 65,536 of those may be sent. */
const LARGEST = 60_000;

/** The one comment of a pull request: short, because it is sent to people by mail. */
export const report: Report = {
  file: 'comment.md',
  audience: 'students',
  render(given, options) {
    const result = plainThroughout(forStudent(given));
    const since = options.since === undefined ? null : plainThroughout(options.since);
    return fitting(
      DETAILS,
      LARGEST,
      (detail) =>
        `${stacked([
          COMMENT_MARKER,
          `### ${titled(nameInWords(result.submission))}: ${score(result.points)}`,
          bar(result),
          since === null ? '' : changes(since, result, detail.changes),
          firstThing(result),
          overview(result.exercises, detail.rows),
          originInWords(options),
        ])}\n`,
    );
  },
};

function originInWords(options: RenderOptions): string {
  const { run, commit } = originOf(options);
  return [
    commit === null ? '' : `Graded commit: ${commit}.`,
    run === null ? '' : `The whole report is among the files of [the run](${run}).`,
  ]
    .filter((words) => words !== '')
    .join(' ');
}
