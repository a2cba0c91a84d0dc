import type { Report } from './words/report.ts';

/** The result itself, laid out for reading. */
export const report: Report = {
  file: 'result.json',
  audience: 'instructors',
  render: (result) => `${JSON.stringify(result, null, 2)}\n`,
};
