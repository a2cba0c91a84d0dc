import { renderPage } from './page/page.ts';
import { forStudent } from './words/disclosure.ts';
import type { Report } from './words/report.ts';

/** The page that a student reads. */
export const report: Report = {
  file: 'feedback.html',
  audience: 'students',
  render: (result, options) => renderPage(forStudent(result), options, false),
};
