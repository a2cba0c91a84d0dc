import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { chainrule } from './testing/command-line.ts';
import { COMMANDING_WORDS } from './testing/commanding-words.ts';
import { githubApi } from './testing/github-api.ts';
import { COMMIT, repository } from './testing/repository.ts';
import { obeyedIn } from './testing/runner.ts';
import { temporaryFolder, writeFiles } from './testing/temporary.ts';
import { toyCourse } from './testing/toy-course.ts';
import { type Machine, type Ran, readWorkflow, runSteps } from './testing/workflow.ts';
import { expressed } from './testing/workflow-expression.ts';

// The steps of the workflows, run in their order as a runner does. Only what comes from
// elsewhere is stood in for: the actions of others, and the installation of packages.

const right = toyCourse['solutions/01-double/solution.ts'];

/** Work that several tests look at, done when the first of them asks for it. */
function once<T>(work: () => Promise<T>): () => Promise<T> {
  let done: Promise<T> | undefined;
  return () => {
    done ??= work();
    return done;
  };
}

const key = once(async () => {
  const folder = await temporaryFolder();
  await writeFiles(folder, toyCourse);
  await chainrule(['key', '--out', 'key.json'], { cwd: folder });
  return readFile(path.join(folder, 'key.json'), 'utf8');
});

async function graded(machine: Machine): Promise<Ran> {
  const { jobs } = await readWorkflow('grade.yml');
  return runSteps(jobs.grade?.steps ?? [], machine);
}

const withKey = async (text: string) =>
  repository({
    'key.json': await key(),
    'package-lock.json': '{}',
    'exercises/01-double/double.ts': text,
  });

const allRight = once(async () => {
  const machine = await withKey(`${right}\nconsole.log('@someone ##[error]forged');\n`);
  const run = await graded(machine);
  const feedback = path.join(machine.workspace, 'feedback');
  const [kept, result, calls] = await Promise.all([
    readdir(feedback),
    readFile(path.join(feedback, 'result.json'), 'utf8'),
    readFile(path.join(machine.temp, 'npm-calls'), 'utf8'),
  ]);
  return { ...run, uploaded: machine.uploaded, kept, result, calls };
});

describe('a push by a student', () => {
  test('shows on the lines what is not right, sums up, and hands on the score', async () => {
    const machine = await withKey(right.replace('Matrix.mul(Z, 2)', 'Matrix.mul(Z, 3)'));
    const { outcome, log, summary, outputs } = await graded(machine);
    expect(obeyedIn(log).map(({ name }) => name)).toEqual(['stop-commands', 'error']);
    const [, note] = obeyedIn(log);
    expect(note?.properties).toEqual({
      title: '01 Double: double gives twice the matrix',
      file: 'exercises/01-double/double.ts',
      line: '3',
    });
    expect(summary).toContain('## work: 40 of 100 points');
    expect(summary).toContain('**What to do first:** 01 Double: double gives twice the matrix');
    expect(outputs.grade).toMatchObject({
      points: '40',
      possible: '100',
      percent: '40',
      status: 'fail',
      report: 'feedback/feedback.html',
    });
    expect(() =>
      JSON.parse(Buffer.from(outputs.grade?.result ?? '', 'base64').toString()),
    ).not.toThrow();
    expect(outcome).toBe('success');
  });

  test('keeps the page, the result and the comment', async () => {
    const { uploaded, kept } = await allRight();
    expect(uploaded.map(({ name }) => name)).toEqual(['feedback']);
    expect(kept).toEqual(['comment.md', 'feedback.html', 'result.json']);
  });

  test('shows nothing on the lines where everything is right', async () => {
    const { log, summary, outputs } = await allRight();
    expect(obeyedIn(log).map(({ name }) => name)).toEqual(['stop-commands']);
    expect(summary).toContain('Everything is right.');
    expect(outputs.grade?.percent).toBe('100');
  });

  test('installs what the lock file says', async () => {
    expect((await allRight()).calls).toBe('ci\n');
  });

  test('installs what package.json says where there is no lock file', async () => {
    const machine = await repository({ 'key.json': '{}' });
    await graded(machine);
    expect(await readFile(path.join(machine.temp, 'npm-calls'), 'utf8')).toBe('install\n');
  });

  test('to a repository without a key grades nothing', async () => {
    const machine = await repository({});
    const { outcome, log, ran } = await graded(machine);
    expect(log).toContain('There is no key.json');
    expect(ran).toHaveLength(2);
    expect(machine.uploaded).toEqual([]);
    expect(outcome).toBe('success');
  });

  test('that cannot be graded fails, and keeps nothing that a student has put there', async () => {
    const files = { 'key.json': '{}', 'package-lock.json': '{}', 'feedback/result.json': '{}' };
    const machine = await repository(files);
    const { outcome, log } = await graded(machine);
    expect(log).toContain('chainrule: key.json');
    expect(await readdir(machine.workspace)).not.toContain('feedback');
    expect(outcome).toBe('failure');
  });
});

describe('the inputs of the action', () => {
  const folder = 'the work; $(touch taken) "of" `touch taken`';

  test('are words and never commands, and say what is graded and when it is enough', async () => {
    const machine = await repository({
      'key.json': await key(),
      'package-lock.json': '{}',
      [`${folder}/double.ts`]: right.replace('Matrix.mul(Z, 2)', 'Matrix.mul(Z, 3)'),
    });
    const inputs = { folder, exercise: '01', out: 'the reports', 'at-least': '90' };
    const { outcome, log, outputs } = await runSteps(
      [{ id: 'grade', uses: './.github/actions/grade', with: inputs }],
      machine,
    );
    expect(await readdir(machine.workspace)).not.toContain('taken');
    expect(obeyedIn(log)[1]?.properties.file).toBe(`${folder}/double.ts`);
    expect(outputs.grade).toMatchObject({ points: '40', report: 'the reports/feedback.html' });
    expect(outcome).toBe('failure');
  });
});

describe('whatever a student prints, throws and names', () => {
  const lines = COMMANDING_WORDS.map((words) => `console.log(${JSON.stringify(words)});`);
  const thrown = JSON.stringify(COMMANDING_WORDS.join('\n'));
  const hostile = right
    .replace('return Matrix.mul(Z, 2);', `${lines.join('\n  ')}\n  throw new Error(${thrown});`)
    .replace('return z / 2;', 'return "##[error]forged" as never;');

  const job = once(async () => {
    const machine = await withKey(hostile);
    const run = await graded(machine);
    const result = await readFile(path.join(machine.workspace, 'feedback/result.json'), 'utf8');
    return { ...run, result };
  });

  test('is obeyed as nothing but notes on its lines', async () => {
    const obeyed = obeyedIn((await job()).log);
    expect(obeyed.map(({ name }) => name)).toEqual(['stop-commands', 'error', 'error']);
    for (const { properties } of obeyed.slice(1)) {
      expect(properties.file).toBe('exercises/01-double/double.ts');
    }
  });

  test('is there to be read', async () => {
    expect((await job()).log).toContain('::error::forged');
  });

  test('changes no output', async () => {
    const { outputs } = await job();
    expect(Object.keys(outputs.grade ?? {})).toEqual([
      'points',
      'possible',
      'percent',
      'status',
      'result',
      'report',
    ]);
    expect(outputs.grade).toMatchObject({ points: '0', possible: '100', status: 'fail' });
  });

  test('is shown in the summary as code', async () => {
    expect((await job()).summary).toContain('```text\n::error::forged\n');
  });

  test('would have been obeyed, had it been printed as it is', async () => {
    const folder = await temporaryFolder();
    const { result } = await job();
    await writeFiles(folder, { 'result.json': result });
    const { stdout } = await chainrule(['render', path.join(folder, 'result.json')]);
    expect(obeyedIn(stdout).length).toBeGreaterThan(1);
  });
});

describe('after a pull request was graded', () => {
  const event = (own: object = {}) => ({
    repository: { default_branch: 'main' },
    workflow_run: {
      id: 99,
      event: 'pull_request',
      conclusion: 'success',
      head_sha: COMMIT,
      head_branch: 'work',
      head_repository: { id: 1, full_name: 'ada/work' },
      ...own,
    },
  });

  /** The job in the default branch, with what a run of the other one has left. */
  async function commented(left: string | null) {
    const api = await githubApi({ pulls: [{ number: 7, sha: COMMIT, from: 'ada/work' }] });
    const base = await repository({ 'package-lock.json': '{}' });
    const machine: Machine = {
      ...base,
      env: { ...base.env, GITHUB_API_URL: api.url },
      github: { event: event(), token: 'ghs_secret' },
      actions: {
        ...base.actions,
        'actions/download-artifact': async ({ path: folder, 'run-id': run }) => {
          if (left === null || run !== '99') throw new Error('there is no such artifact');
          await cp(left, String(folder), { recursive: true });
        },
      },
    };
    const { jobs } = await readWorkflow('comment.yml');
    return { api, ...(await runSteps(jobs.comment?.steps ?? [], machine)) };
  }

  test('its score is commented, with nothing in it that a student could have made a command', async () => {
    const folder = await temporaryFolder();
    await writeFiles(folder, { 'result.json': (await allRight()).result });
    const { api, log, outcome } = await commented(folder);
    expect(api.comments.map(({ body }) => body)).toEqual([
      expect.stringContaining('### work: 100 of 100 points'),
    ]);
    expect(api.comments[0]?.body).toContain(
      'https://github.example/school/networks/actions/runs/99',
    );
    expect(log).not.toContain('ghs_secret');
    expect(outcome).toBe('success');
  });

  test('nothing is done where nothing was graded', async () => {
    const { api, ran, outcome } = await commented(null);
    expect(ran).toHaveLength(1);
    expect(api.asked).toEqual([]);
    expect(outcome).toBe('success');
  });

  test('a document that is none is refused', async () => {
    const folder = await temporaryFolder();
    await writeFile(path.join(folder, 'result.json'), '##[set-output name=a]b');
    const { api, log, outcome } = await commented(folder);
    expect(obeyedIn(log).map(({ name }) => name)).not.toContain('set-output');
    expect(api.asked).toEqual([]);
    expect(outcome).toBe('failure');
  });

  test.each([
    [{}, true],
    [{ conclusion: 'failure' }, true],
    [{ conclusion: 'cancelled' }, false],
    [{ event: 'push' }, false],
  ])('the job runs where the other one ended as in %j: %s', async (own, runs) => {
    const { jobs } = await readWorkflow('comment.yml');
    expect(expressed(jobs.comment?.if ?? '', { github: { event: event(own) } })).toBe(runs);
  });
});
