import { originOf } from './github/links.ts';
import { COMMENT_MARKER } from './github/marker.ts';
import { bar, changes, firstThing, overview, stacked, titled } from './markdown/parts.ts';
import { forStudent } from './words/disclosure.ts';
import { plainThroughout } from './words/plain.ts';
import type { RenderOptions, Report } from './words/report.ts';
import { score } from './words/student.ts';

/**
 * The one comment of a pull request: short, because it is sent to people by mail. Its
 * parts all have an end, so that it stays below the 65,536 characters that fit.
 */
export const report: Report = {
  file: 'comment.md',
  audience: 'students',
  render(given, options) {
    const result = plainThroughout(forStudent(given));
    const { since } = options;
    const parts = [
      COMMENT_MARKER,
      `### ${titled(result.submission)}: ${score(result.points)}`,
      bar(result),
      since === undefined ? '' : changes(plainThroughout(since), result),
      firstThing(result),
      overview(result.exercises),
      originInWords(options),
    ];
    return `${stacked(parts)}\n`;
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
