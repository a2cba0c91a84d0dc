import { describe, expect, test } from 'vitest';
import { type Environment, platformOf, toldToReports } from './platform.ts';

const CLASSROOM50 = { CLASSROOM: 'cs', ASSIGNMENT: 'networks', SUBMISSION_TAG: 'submit/1' };
const ROOTS = { gradescope: '/here/autograder', prairielearn: '/here/grade' };

const found = (env: Environment, ...folders: readonly string[]) =>
  platformOf(env, (place) => folders.includes(place), ROOTS);

describe('the platform is', () => {
  test.each([
    ['GitHub Actions where its runner says so', { GITHUB_ACTIONS: 'true' }, [], 'github-actions'],
    ['not GitHub Actions where it says no', { GITHUB_ACTIONS: 'false' }, [], 'none'],
    [
      'Classroom 50 within GitHub Actions',
      { GITHUB_ACTIONS: 'true', ...CLASSROOM50 },
      [],
      'classroom50',
    ],
    [
      'not Classroom 50 where a word of it is empty',
      { ...CLASSROOM50, ASSIGNMENT: ' ' },
      [],
      'none',
    ],
    ['Gradescope where its folder is', {}, ['/here/autograder/results'], 'gradescope'],
    ['PrairieLearn where its folder is', {}, ['/here/grade/data'], 'prairielearn'],
    ['GitLab CI where it says so', { GITLAB_CI: 'true' }, [], 'gitlab-ci'],
    ["none on a machine of one's own", { HOME: '/home/ada' }, ['/home/ada'], 'none'],
    ['none where a folder has another place', {}, ['/autograder/results'], 'none'],
  ] as const)('%s', (_, env, folders, platform) => {
    expect(found(env, ...folders)).toBe(platform);
  });
});

test('reports are told no secret of the environment', () => {
  const env = {
    ...CLASSROOM50,
    GITHUB_TOKEN: 'secret',
    GITHUB_SHA: 'abc',
    PATH: '/bin',
    OWNER: '',
  };
  expect(toldToReports(env)).toEqual({ ...CLASSROOM50, GITHUB_SHA: 'abc' });
});
