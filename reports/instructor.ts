import { renderPage } from './page/page.ts';
import type { Report } from './words/report.ts';

/** The student's page with what only an instructor may see: expected values of a secret seed, and why a mistake was named. */
export const report: Report = {
  file: 'instructor.html',
  audience: 'instructors',
  render: (result, options) => renderPage(result, options, true),
};
