import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, symlink } from 'node:fs/promises';
import path from 'node:path';
import { extract } from 'tar';
import { chainrule, projectRoot } from './command-line.ts';
import { writeFiles } from './temporary.ts';

/** A test as Vitest tells of it. */
export interface ToldTest {
  readonly title: string;
  readonly status: 'passed' | 'failed' | 'skipped';
  readonly failureMessages: readonly string[];
}

/** How `npm test` ended. */
export interface Told {
  readonly tests: readonly ToldTest[];
  /** All that was printed. */
  readonly text: string;
}

/**
 * Releases a course and installs it as `npm install` would, with the packages of this
 * project in the place of a registry.
 *
 * @param home an empty folder
 * @param course files of a course with solutions
 * @returns folder of the student's repository
 */
export async function releasedAndInstalled(
  home: string,
  course: Readonly<Record<string, string>>,
): Promise<string> {
  const folder = path.join(home, 'starter');
  await writeFiles(path.join(home, 'course'), course);
  const ended = await chainrule(['release', folder, '--course', path.join(home, 'course')]);
  if (ended.code !== 0) throw new Error(ended.stderr);
  const [tarball] = (await readdir(folder)).filter((name) => name.endsWith('.tgz'));
  const packages = path.join(folder, 'node_modules');
  await mkdir(path.join(packages, 'chainrule'), { recursive: true });
  await extract({
    file: path.join(folder, tarball ?? ''),
    cwd: path.join(packages, 'chainrule'),
    strip: 1,
  });
  for (const name of ['esbuild', 'ml-matrix', 'ts-morph', 'vitest']) {
    await symlink(path.join(projectRoot, 'node_modules', name), path.join(packages, name));
  }
  return folder;
}

/** Runs `npm test` in a student's repository. */
export async function testedIn(folder: string): Promise<Told> {
  const told = path.join(folder, 'feedback', 'tests.json');
  const words = ['run', '--reporter=default', '--reporter=json', `--outputFile=${told}`];
  const vitest = path.join(projectRoot, 'node_modules', 'vitest', 'vitest.mjs');
  // Without what the Vitest of this test has told its own processes.
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, NO_COLOR: '1' };
  const text = await new Promise<string>((resolve) => {
    execFile(process.execPath, [vitest, ...words], { cwd: folder, env }, (_, stdout, stderr) =>
      resolve(stdout + stderr),
    );
  });
  const { testResults } = JSON.parse(await readFile(told, 'utf8')) as {
    readonly testResults: readonly { readonly assertionResults: readonly ToldTest[] }[];
  };
  return { text, tests: testResults.flatMap(({ assertionResults }) => assertionResults) };
}
