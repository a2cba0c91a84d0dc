import { execFile } from 'node:child_process';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { projectRoot } from './command-line.ts';
import { outputsIn } from './runner.ts';
import { expressed, filledIn, type Names } from './workflow-expression.ts';

/** A step as a workflow or an action states it. */
export interface Step {
  readonly id?: string;
  readonly name?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly shell?: string;
  readonly with?: Readonly<Record<string, string | number | boolean>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly 'continue-on-error'?: boolean;
}

/** A workflow of this repository, as far as it is asked for here. */
export interface Workflow {
  readonly name: string;
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<
    Record<
      string,
      { readonly if?: string; readonly 'timeout-minutes': number; readonly steps: readonly Step[] }
    >
  >;
}

/** An action that is made of steps. */
export interface Composite {
  readonly inputs: Readonly<Record<string, { readonly description: string; default?: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string; value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

/** Text of a file below `.github/`. */
export function githubFile(place: string): Promise<string> {
  return readFile(path.join(projectRoot, '.github', place), 'utf8');
}

export async function readWorkflow(name: string): Promise<Workflow> {
  return parse(await githubFile(`workflows/${name}`));
}

export async function readAction(name: string): Promise<Composite> {
  return parse(await githubFile(`actions/${name}/action.yml`));
}

/** Where a job runs, and what is done in place of the actions of others. */
export interface Machine {
  /** The checked out repository. */
  readonly workspace: string;
  readonly temp: string;
  /** Folder with the programs that stand in for real ones. */
  readonly programs: string;
  readonly env: Readonly<Record<string, string>>;
  readonly github: Names;
  /** By the name of the action, without its version. */
  readonly actions: Readonly<Record<string, (inputs: Names) => Promise<void>>>;
}

/** How a job ended. */
export interface Ran {
  readonly outcome: 'success' | 'failure';
  /** All that its steps printed, as the runner reads it. */
  readonly log: string;
  readonly summary: string;
  /** Names of the steps that ran. */
  readonly ran: readonly string[];
  /** Outputs of the steps by their ids. */
  readonly outputs: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Runs the steps of a job in their order, as a runner does. */
export async function runSteps(
  steps: readonly Step[],
  machine: Machine,
  inputs: Names = {},
): Promise<Ran> {
  const states: Record<string, { outputs: Readonly<Record<string, string>>; outcome: string }> = {};
  const ran: string[] = [];
  let [log, summary] = ['', ''];
  let failed = false;
  for (const step of steps) {
    const names = { github: machine.github, runner: { temp: machine.temp }, steps: states, inputs };
    const condition = step.if ?? 'always()';
    const wanted = !failed || /\balways\(\)/.test(step.if ?? '');
    if (!wanted || !expressed(condition, names)) continue;
    ran.push(step.name ?? step.uses ?? '');
    const one = await runStep(step, machine, names);
    log += one.log;
    summary += one.summary;
    const outcome = one.failed ? 'failure' : 'success';
    if (step.id !== undefined) states[step.id] = { outputs: one.outputs, outcome };
    failed ||= one.failed && step['continue-on-error'] !== true;
  }
  const outputs = Object.fromEntries(
    Object.entries(states).map(([id, each]) => [id, each.outputs]),
  );
  return { outcome: failed ? 'failure' : 'success', log, summary, ran, outputs };
}

interface StepRan {
  readonly failed: boolean;
  readonly log: string;
  readonly summary: string;
  readonly outputs: Readonly<Record<string, string>>;
}

async function runStep(step: Step, machine: Machine, names: Names): Promise<StepRan> {
  const given = Object.fromEntries(
    Object.entries(step.with ?? {}).map(([name, word]) => [name, filledIn(String(word), names)]),
  );
  if (step.uses?.startsWith('./.github/actions/')) {
    return runAction(path.basename(step.uses), given, machine);
  }
  if (step.uses !== undefined) {
    const action = machine.actions[step.uses.replace(/@.*$/, '')];
    if (action === undefined) throw new Error(`nothing stands in for ${step.uses}`);
    const failed = await action(given).then(
      () => false,
      () => true,
    );
    return { failed, log: '', summary: '', outputs: {} };
  }
  return runScript(step, machine, names);
}

async function runAction(name: string, given: Names, machine: Machine): Promise<StepRan> {
  const action = await readAction(name);
  const defaults = Object.entries(action.inputs).map(([input, { default: word = '' }]) => [
    input,
    word,
  ]);
  const inputs = { ...Object.fromEntries(defaults), ...given };
  const { outcome, log, summary, outputs } = await runSteps(action.runs.steps, machine, inputs);
  const steps = Object.fromEntries(
    Object.entries(outputs).map(([id, each]) => [id, { outputs: each }]),
  );
  return {
    failed: outcome === 'failure',
    log,
    summary,
    outputs: Object.fromEntries(
      Object.entries(action.outputs).map(([output, { value }]) => [
        output,
        filledIn(value, { steps }),
      ]),
    ),
  };
}

async function runScript(step: Step, machine: Machine, names: Names): Promise<StepRan> {
  const folder = await mkdtemp(path.join(machine.temp, 'step-'));
  const [script, output, summary] = ['script.sh', 'output', 'summary'].map((name) =>
    path.join(folder, name),
  ) as [string, string, string];
  await Promise.all([
    writeFile(script, step.run ?? ''),
    writeFile(output, ''),
    writeFile(summary, ''),
  ]);
  const own = Object.entries(step.env ?? {}).map(([name, word]) => [name, filledIn(word, names)]);
  const env = {
    PATH: `${machine.programs}${path.delimiter}${process.env.PATH}`,
    HOME: machine.temp,
    ...machine.env,
    ...Object.fromEntries(own),
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: machine.workspace,
    GITHUB_OUTPUT: output,
    GITHUB_STEP_SUMMARY: summary,
  };
  const { failed, log } = await new Promise<{ failed: boolean; log: string }>((resolve) => {
    const words = ['--noprofile', '--norc', '-eo', 'pipefail', script];
    execFile('bash', words, { cwd: machine.workspace, env }, (error, stdout, stderr) =>
      resolve({ failed: error !== null, log: `${stdout}${stderr}` }),
    );
  });
  return {
    failed,
    log,
    summary: await readFile(summary, 'utf8'),
    outputs: outputsIn(await readFile(output, 'utf8')),
  };
}
