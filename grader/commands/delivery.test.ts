import { describe, expect, test } from 'vitest';
import type { Report } from '../../reports/words/report.ts';
import { thousandths } from '../contract/identity.ts';
import type { Result } from '../contract/result.ts';
import { failedExercise, resultOf } from '../testing/documents.ts';
import { deliveryTo, FORMATS_FOR, withoutCollision } from './delivery.ts';
import type { Platform } from './platform.ts';

/** A report that says which it is, and what it was told of the platform. */
const standIn = (format: string): Report => ({
  file: `${format}.txt`,
  audience: 'students',
  render: (_, { platform }) => `${format} ${platform?.SUBMISSION_TAG ?? ''}`.trim(),
});

const ROOTS = { gradescope: 'root/autograder', prairielearn: 'root/grade' };

const scored = (earned: number, possible: number, own: Partial<Result> = {}) =>
  resultOf([failedExercise()], {
    points: { earned: thousandths(earned), possible: thousandths(possible) },
    ...own,
  });

function delivered(platform: Platform, result = scored(12.5, 20)) {
  const view = { colour: false, platform: { SUBMISSION_TAG: 'submit/1' } };
  const graded = { result, view, out: 'feedback', page: 'feedback/feedback.html' };
  const reports = new Map(FORMATS_FOR[platform].map((each) => [each, standIn(each)]));
  return deliveryTo(platform, graded, reports, ROOTS);
}

describe('GitHub Actions are given', () => {
  const { files, outputs, summary, commands } = delivered('github-actions');

  test('the comment as a file beside the other reports', () => {
    expect(Object.keys(files)).toEqual(['feedback/comment.md']);
  });

  test('a summary and notes', () => {
    expect(summary).toContain('summary');
    expect(commands).toContain('annotations');
  });

  test('the score, the result and the place of the page as outputs', () => {
    expect(outputs).toEqual({
      points: '12.5',
      possible: '20',
      percent: '62.5',
      status: 'fail',
      result: Buffer.from('classroom submit/1').toString('base64'),
      report: 'feedback/feedback.html',
    });
  });
});

test('Classroom 50 is given its document and words for its release', () => {
  const { files, outputs } = delivered('classroom50');
  expect(files).toEqual({
    'result.json': 'classroom50 submit/1',
    'release-body.md': 'release-body submit/1',
  });
  expect(outputs).toEqual({ status: 'failure', summary: 'Chainrule: 12.5 of 20 points' });
});

test.each([
  ['pass', 'success'],
  ['fail', 'failure'],
  ['error', 'error'],
] as const)('Classroom 50 calls %s %s', (status, state) => {
  const { outputs } = delivered('classroom50', scored(1, 1, { status }));
  expect(outputs.status).toBe(state);
});

test.each([
  ['gradescope', 'root/autograder/results/results.json'],
  ['prairielearn', 'root/grade/results/results.json'],
  ['gitlab-ci', 'feedback/junit.xml'],
] as const)('%s finds its document where it looks', (platform, place) => {
  expect(Object.keys(delivered(platform).files)).toEqual([place]);
});

test('elsewhere there is nothing more', () => {
  expect(delivered('none')).toEqual({ files: {}, summary: '', outputs: {}, commands: '' });
});

test.each([
  [99.99, 100, '99.9'],
  [100, 100, '100'],
  [1, 3, '33.3'],
  [0, 0, '0'],
])('%d of %d points are %s percent', (earned, possible, percent) => {
  expect(delivered('github-actions', scored(earned, possible)).outputs.percent).toBe(percent);
});

describe('what is asked for and what the platform wants', () => {
  const delivery = delivered('classroom50');

  test('are written together', () => {
    const all = withoutCollision({ 'feedback/result.json': 'ours' }, delivery);
    expect(Object.keys(all)).toEqual(['feedback/result.json', 'result.json', 'release-body.md']);
  });

  test('do not take the place of each other', () => {
    expect(() => withoutCollision({ './result.json': 'ours' }, delivery)).toThrow(
      'result.json is a report, and what this platform reads has the same name',
    );
  });
});
