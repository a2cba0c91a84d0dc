import { renderPage } from './page/page.ts';
import { forStudent } from './words/disclosure.ts';
import type { Report } from './words/report.ts';

/** The page that a student reads. */
export const report: Report = {
  render: (result, options) => {
    const { since, ...others } = options;
    const older = since === undefined ? {} : { since: forStudent(since) };
    return renderPage(forStudent(result), { ...others, ...older }, false);
  },
};
