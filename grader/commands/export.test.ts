import { execFile } from 'node:child_process';
import { chmod, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { extract } from 'tar';
import { describe, expect, test } from 'vitest';
import { chainrule, type Ended, projectRoot } from '../testing/command-line.ts';
import { temporaryFolder, writeFiles } from '../testing/temporary.ts';
import { buildingOn, toyCourse } from '../testing/toy-course.ts';

const SEED = 'hush-hush';

interface Exported extends Ended {
  readonly home: string;
  readonly zip: Buffer;
  readonly files: Readonly<Record<string, string>>;
}

async function exported(): Promise<Exported> {
  const home = await temporaryFolder();
  await writeFiles(path.join(home, 'course'), { ...toyCourse, ...buildingOn });
  const words = ['--course', 'course', '--seed', SEED, '--out', 'own.zip'];
  const ended = await chainrule(['export', 'gradescope', ...words], { cwd: home });
  const zip = await readFile(path.join(home, 'own.zip'));
  const files = Object.entries(unzipSync(zip)).map(([place, bytes]) => [
    place,
    Buffer.from(bytes).toString('latin1'),
  ]);
  return { ...ended, home, zip, files: Object.fromEntries(files) };
}

/** Lays the archive out as the platform does, and runs it on a submission. */
async function ran(
  { home, zip }: Pick<Exported, 'home' | 'zip'>,
  submission: Readonly<Record<string, string>>,
  instead: Readonly<Record<string, string>> = {},
) {
  const base = path.join(home, 'autograder');
  const source = path.join(base, 'source');
  for (const [place, bytes] of Object.entries(unzipSync(zip))) {
    await mkdir(path.dirname(path.join(source, place)), { recursive: true });
    await writeFile(path.join(source, place), bytes);
  }
  await writeFiles(source, instead);
  // What setup.sh installs from the package and a registry.
  const packages = path.join(source, 'node_modules');
  await mkdir(path.join(packages, 'chainrule'), { recursive: true });
  await extract({
    file: path.join(source, 'chainrule.tgz'),
    cwd: path.join(packages, 'chainrule'),
    strip: 1,
  });
  for (const name of ['esbuild', 'ml-matrix', 'ts-morph']) {
    await symlink(path.join(projectRoot, 'node_modules', name), path.join(packages, name));
  }
  await writeFiles(path.join(base, 'submission'), submission);
  // There is no user of that name here, and the test may not make one.
  const programs = path.join(home, 'programs');
  await writeFiles(programs, {
    runuser: `#!/bin/sh\necho "$@" > "${home}/as"\nshift 3\nexec "$@"\n`,
    chown: '#!/bin/sh\n',
  });
  for (const name of ['runuser', 'chown']) await chmod(path.join(programs, name), 0o755);
  const env = { PATH: `${programs}:${process.env.PATH}`, CHAINRULE_AUTOGRADER: base };
  const code = await new Promise<number>((resolve) => {
    execFile('bash', [path.join(source, 'run_autograder')], { env }, (error) =>
      resolve(typeof error?.code === 'number' ? error.code : 0),
    );
  });
  const results = await readFile(path.join(base, 'results', 'results.json'), 'utf8').catch(
    () => null,
  );
  return { code, results: results === null ? null : JSON.parse(results), text: results ?? '' };
}

const right = toyCourse['solutions/01-double/solution.ts'];

test('the archive has what the platform asks for at its root, and no solution', async () => {
  const { files, code } = await exported();
  expect(code).toBe(0);
  expect(Object.keys(files).sort()).toEqual([
    'chainrule.tgz',
    'course/exercises/01-double/double.ts',
    'course/exercises/01-double/exercise.json',
    'course/exercises/01-double/probes.ts',
    'course/exercises/02-quadruple/exercise.json',
    'course/exercises/02-quadruple/probes.ts',
    'course/exercises/02-quadruple/quadruple.ts',
    'course/package.json',
    'key.json',
    'run_autograder',
    'setup.sh',
  ]);
  expect(Object.values(files).join('\n')).not.toContain('Matrix.mul(Z, 2)');
});

test('both programs end their lines as the platform needs it, and may be run', async () => {
  const { files, zip } = await exported();
  expect(files['setup.sh']).not.toContain('\r');
  expect(files.run_autograder).not.toContain('\r');
  // The archive's directory comes last; permissions stand before the name of an entry.
  const attributes = zip.readUInt32LE(zip.lastIndexOf('run_autograder') - 46 + 38);
  expect((attributes >>> 16) & 0o777).toBe(0o755);
});

test('the same seed makes the same archive', async () => {
  const [one, other] = [await exported(), await exported()];
  expect(one.zip.equals(other.zip)).toBe(true);
});

describe('on the platform', () => {
  test('a submission is graded with the secret seed, by the unprivileged user', async () => {
    const archive = await exported();
    const { code, results, text } = await ran(archive, { 'double.ts': right });
    expect(code).toBe(0);
    expect(results.score).toBe(100);
    expect(text).not.toContain(SEED);
    if (process.getuid?.() === 0) {
      expect(await readFile(path.join(archive.home, 'as'), 'utf8')).toMatch(/^-u student -- node/);
    }
  });

  test('a submission with none of the files is told so, with no points', async () => {
    const { code, results } = await ran(await exported(), { 'essay.txt': 'words' });
    expect(code).toBe(0);
    expect(results).toMatchObject({ score: 0, output_format: 'text' });
    expect(results.output).toMatch(/holds none of the files to grade/);
  });
});

test('a failure of ours makes no mark', async () => {
  // With a key that does not fit, the whole class would get nothing.
  const instead = { 'key.json': '{}' };
  const { code, results } = await ran(await exported(), { 'double.ts': right }, instead);
  expect(code).toBe(1);
  expect(results).toBeNull();
});

test('without a seed nothing is exported', async () => {
  const { code, stderr } = await chainrule(['export', 'gradescope'], {
    cwd: await temporaryFolder(),
  });
  expect(stderr).toContain('--seed');
  expect(code).toBe(2);
});
