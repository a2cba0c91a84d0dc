import { mkdir, symlink, truncate } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { COMMENT_MARKER } from '../../reports/github/marker.ts';
import { Refusal } from '../contract/refusal.ts';
import { chainrule } from '../testing/command-line.ts';
import { COMMANDING_WORDS } from '../testing/commanding-words.ts';
import { failedExercise, resultOf } from '../testing/documents.ts';
import { type Api, githubApi } from '../testing/github-api.ts';
import { obeyedIn } from '../testing/runner.ts';
import { temporaryFolder, writeFiles } from '../testing/temporary.ts';
import { commentCommand } from './comment.ts';

const COMMIT = 'c0ffee'.padEnd(40, '0');
const TOKEN = 'ghs_verysecret';
const AGAIN = { 'Retry-After': '0' };

const own = { id: 5, body: `${COMMENT_MARKER}\nolder`, type: 'Bot' } as const;
const result = JSON.stringify(resultOf([failedExercise()]));

interface Surroundings {
  readonly env?: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, string>>;
  readonly prepare?: (folder: string) => Promise<void>;
}

async function prepared({ files = { 'result.json': result }, prepare }: Surroundings) {
  const folder = await temporaryFolder();
  await writeFiles(folder, files);
  await prepare?.(folder);
  return path.join(folder, 'result.json');
}

const surroundings = (api: Api, { env = {} }: Surroundings) => ({
  GITHUB_ACTIONS: '',
  GITHUB_API_URL: api.url,
  GITHUB_REPOSITORY: 'school/networks',
  GITHUB_SERVER_URL: 'https://github.example',
  GITHUB_TOKEN: TOKEN,
  ...env,
});

/** What the command prints, or the refusal that it ends with. */
async function said(
  api: Api,
  options: Parameters<typeof commentCommand>[1] = { pullRequest: '7' },
  around: Surroundings = {},
): Promise<string> {
  const file = await prepared(around);
  let printed = '';
  const writing = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += text;
    return true;
  });
  try {
    await commentCommand(file, options, surroundings(api, around));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    printed = `${error.message}. ${error.remedy}`;
  } finally {
    writing.mockRestore();
  }
  expect(printed).not.toContain(TOKEN);
  return printed;
}

const byCommit = { commit: COMMIT };

describe('the comment of a pull request', () => {
  test('is made where there is none, and its place is printed', async () => {
    const api = await githubApi();
    const printed = await said(api);
    expect(api.comments[0]?.body).toContain('### ada: 0 of 10 points');
    expect(printed).toBe('https://github.example/school/networks/pull/7#issuecomment-1000\n');
    expect([...api.tokens]).toEqual([`Bearer ${TOKEN}`]);
  });

  test('is written anew where it is there', async () => {
    const api = await githubApi({ comments: [{ id: 4, body: 'Hello', type: 'User' }, own] });
    await said(api);
    expect(api.comments).toHaveLength(2);
    expect(api.comments[1]?.body).toContain('### ada: 0 of 10 points');
  });

  test('is found behind many others', async () => {
    const others = Array.from({ length: 250 }, (_, nth) => ({
      id: 10 + nth,
      body: 'Hello',
      type: 'User' as const,
    }));
    const api = await githubApi({ comments: [...others, own] });
    await said(api);
    expect(api.comments).toHaveLength(251);
    expect(api.comments[250]?.body).not.toBe(own.body);
  });

  test('is not what a student wrote in its form', async () => {
    const theirs = { ...own, type: 'User' } as const;
    const api = await githubApi({ comments: [theirs] });
    await said(api);
    expect(api.comments).toHaveLength(2);
    expect(api.comments[0]).toEqual(theirs);
  });

  test('is not what another bot quotes', async () => {
    const quote = { id: 3, body: `> ${COMMENT_MARKER}`, type: 'Bot' } as const;
    const api = await githubApi({ comments: [quote] });
    await said(api);
    expect(api.comments[0]).toEqual(quote);
  });

  test('is made where it was taken away in between', async () => {
    const api = await githubApi({ comments: [own], faults: [{ method: 'PATCH', status: 404 }] });
    await said(api);
    expect(api.comments).toHaveLength(2);
  });

  test('names the commit and the run that graded it', async () => {
    const api = await githubApi({ pulls: [{ number: 7, sha: COMMIT }] });
    await said(api, { ...byCommit, run: '99' });
    expect(api.comments[0]?.body).toContain(
      `Graded commit: ${COMMIT}. The whole report is among the files of [the run](https://github.example/school/networks/actions/runs/99).`,
    );
  });
});

describe('the pull request of a commit', () => {
  test('is the open one that ends with it', async () => {
    const api = await githubApi({
      pulls: [
        { number: 5, sha: COMMIT, state: 'closed' },
        { number: 6, sha: 'd'.repeat(40) },
        { number: 7, sha: COMMIT },
      ],
    });
    await said(api, byCommit);
    expect(api.asked).toContain('POST issues/7/comments');
  });

  test('is found among all that are open, where a fork hides it', async () => {
    const others = Array.from({ length: 120 }, (_, nth) => ({
      number: 100 + nth,
      sha: 'd'.repeat(40),
    }));
    const hidden = { number: 7, sha: COMMIT, from: 'ada/work', known: false };
    const api = await githubApi({ pulls: [...others, hidden] });
    await said(api, byCommit);
    expect(api.comments).toHaveLength(1);
    await said(api, { ...byCommit, from: 'ada/work' });
    expect(api.comments).toHaveLength(1);
  });

  test('is not that of another who sends the same commit', async () => {
    const api = await githubApi({ pulls: [{ number: 7, sha: COMMIT, from: 'ada/work' }] });
    const printed = await said(api, { ...byCommit, from: 'eve/work' });
    expect(api.comments).toEqual([]);
    expect(printed).toContain('No open pull request ends with this commit');
  });

  test('is looked for although the commit is not known', async () => {
    const pulls = [{ number: 7, sha: COMMIT }];
    const api = await githubApi({ pulls, faults: [{ method: 'GET', status: 422 }] });
    await said(api, byCommit);
    expect(api.comments).toHaveLength(1);
  });
});

describe('a server that cannot serve', () => {
  test.each([500, 502, 503, 429])('with %d is asked again', async (status) => {
    const api = await githubApi({
      faults: [{ method: 'GET', status, times: 2, headers: AGAIN }],
    });
    await said(api);
    expect(api.comments).toHaveLength(1);
  });

  test('because too much was asked of it is asked again', async () => {
    const limited = { method: 'POST', status: 403, headers: AGAIN };
    const api = await githubApi({ faults: [limited] });
    await said(api);
    expect(api.comments).toHaveLength(1);
  });

  test('is not told twice what it has done already', async () => {
    const lost = { method: 'POST', status: 502, headers: AGAIN, done: true };
    const api = await githubApi({ faults: [lost] });
    await said(api);
    expect(api.comments).toHaveLength(1);
    expect(api.asked.filter((each) => each.startsWith('POST'))).toHaveLength(1);
  });

  test('for long is not asked for ever', async () => {
    const api = await githubApi({
      faults: [{ method: 'GET', status: 503, times: 100, headers: AGAIN }],
    });
    const printed = await said(api);
    expect(printed).toMatch(/503 is the answer to GET .*Try again later\.$/);
    expect(api.asked).toHaveLength(4);
  });
});

describe('it is said what to do', () => {
  test.each([
    [401, /the token is not accepted \(401\)\. Set GITHUB_TOKEN/],
    [403, /not allowed to this token \(403\)\. Give the job .*pull-requests: write/],
    [404, /leads nowhere.*\(404\)\. Check GITHUB_REPOSITORY/],
    [422, /is refused \(422\)/],
  ])('where the answer is %d', async (status, says) => {
    const api = await githubApi({ faults: [{ method: 'POST', status }] });
    const printed = await said(api);
    expect(printed).toMatch(says);
  });

  test('where the answer is no JSON', async () => {
    const body = '<html>##[error]forged';
    const api = await githubApi({ faults: [{ method: 'GET', status: 200, body }] });
    const printed = await said(api);
    expect(printed).toMatch(/^The answer to GET .*Check that GITHUB_API_URL/);
  });

  test('where a redirection would take the token elsewhere', async () => {
    const headers = { Location: 'http://127.0.0.1:1/' };
    const api = await githubApi({ faults: [{ method: 'POST', status: 307, headers }] });
    expect(await said(api)).toMatch(/is refused \(307\)/);
  });

  test.each([
    ['GITHUB_TOKEN', ''],
    ['GITHUB_TOKEN', 'two\nlines-of-a-secret'],
    ['GITHUB_REPOSITORY', ''],
    ['GITHUB_REPOSITORY', '../../user'],
    ['GITHUB_API_URL', 'file:///etc/passwd'],
  ])('where %s is %j', async (name, word) => {
    const api = await githubApi();
    const printed = await said(api, undefined, { env: { [name]: word } });
    expect(printed).toMatch(new RegExp(`^${name} (is not set|has not the form)`));
    expect(printed).not.toContain('lines-of-a-secret');
    expect(api.asked).toEqual([]);
  });

  test.each([
    [{}, /Give --pull-request/],
    [{ pullRequest: '0' }, /--pull-request is "0"/],
    [{ pullRequest: '7/../8' }, /--pull-request is/],
    [{ commit: 'main' }, /--commit is "main"/],
    [{ ...byCommit, from: 'a' }, /--from is "a"/],
    [{ ...byCommit, run: 'x' }, /--run is "x"/],
  ])('where the options are %j', async (options, says) => {
    expect(await said(await githubApi(), options)).toMatch(says);
  });
});

describe("a stranger's result", () => {
  test.each([
    ['has a field more', JSON.stringify({ [`x${COMMANDING_WORDS.join('\n')}`]: 1 })],
    ['is no JSON', COMMANDING_WORDS.join('\n')],
    ['is something else', JSON.stringify('##[error]a')],
  ])('is refused where it %s, and no word of that is obeyed', async (_, text) => {
    const around = { files: { 'result.json': text }, env: { GITHUB_ACTIONS: 'true' } };
    const file = await prepared(around);
    const api = await githubApi();
    const words = ['comment', file, '--pull-request', '7'];
    const { code, stdout, stderr } = await chainrule(words, { env: surroundings(api, around) });
    expect(stderr).toContain('result.json');
    expect([...obeyedIn(stdout), ...obeyedIn(stderr)]).toEqual([]);
    expect(code).toBe(2);
  });

  test.each([
    [
      "larger than anybody's",
      (folder: string) => truncate(path.join(folder, 'result.json'), 9 * 1024 * 1024),
      { 'result.json': '' },
      /it is larger than 8 MiB/,
    ],
    [
      'a link to something else',
      (folder: string) =>
        symlink(path.join(folder, 'other.json'), path.join(folder, 'result.json')),
      { 'other.json': result },
      /it is no file that may be read/,
    ],
    [
      'a folder',
      async (folder: string) => {
        await mkdir(path.join(folder, 'result.json'));
      },
      {},
      /it is not a file/,
    ],
    ['not there', async () => {}, {}, /there is no such file/],
  ])('is not read where it is %s', async (_, prepare, files, says) => {
    const api = await githubApi();
    const printed = await said(api, undefined, { files, prepare });
    expect(printed).toMatch(says);
    expect(api.asked).toEqual([]);
  });
});
