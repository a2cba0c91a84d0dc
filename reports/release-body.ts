import type { Result } from '../grader/contract/result.ts';
import { report as markdown } from './markdown.ts';
import { fitting } from './words/fitting.ts';
import type { Report } from './words/report.ts';

/** The page of Markdown, as short as the text of a release on GitHub has to be. */
export const report: Report = {
  file: 'release-body.md',
  audience: 'students',
  render: (result, options) => fitting(SHORTER, LARGEST, (page) => page(result, options)),
};

/** GitHub takes 125 000 characters, and who publishes the release may add some. */
const LARGEST = 100_000;

/** The whole page, then less and less of it. */
const SHORTER: readonly Report['render'][] = [
  markdown.render,
  (result, options) => markdown.render(withExercises(result, { printed: '' }), options),
  (result, { colour }) =>
    markdown.render(withExercises(result, { printed: '', checks: [] }), { colour }),
];

function withExercises(result: Result, own: Partial<Result['exercises'][number]>): Result {
  return { ...result, exercises: result.exercises.map((exercise) => ({ ...exercise, ...own })) };
}
