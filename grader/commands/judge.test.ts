import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { chainrule } from '../testing/command-line.ts';
import { temporaryFolder, writeFiles } from '../testing/temporary.ts';
import { toyCourse } from '../testing/toy-course.ts';

const right = toyCourse['solutions/01-double/solution.ts'];

/** A submission that was graded with its evidence kept, and a key of the same seed. */
async function kept(words: readonly string[] = []) {
  const folder = await temporaryFolder();
  await writeFiles(folder, {
    ...toyCourse,
    'work/double.ts': right.replace('return Matrix.mul(Z, 2);', 'return Matrix.mul(Z, 3);'),
  });
  const run = (...line: readonly string[]) => chainrule(line, { cwd: folder });
  const result = async (out: string) =>
    JSON.parse(await readFile(path.join(folder, out, 'result.json'), 'utf8'));
  await run('grade', 'work', '--out', 'out', '--evidence', 'evidence.json', ...words);
  await run('key', '--out', 'key.json', ...words);
  return { folder, run, result };
}

const JUDGE = ['judge', 'evidence.json', '--key', 'key.json', '--out', 'again'] as const;

test('evidence that is judged again comes to the same result, and neither work nor solution is read', async () => {
  const { folder, run, result } = await kept();
  await rm(path.join(folder, 'work'), { recursive: true });
  await rm(path.join(folder, 'solutions'), { recursive: true });
  const { code, stdout } = await run(...JUDGE);
  expect(stdout).toContain('again/feedback.html');
  expect(code).toBe(0);
  expect(await result('again')).toEqual({ ...(await result('out')), timings: {} });
});

test('a manifest that has changed since counts', async () => {
  const { folder, run, result } = await kept();
  const manifest = JSON.parse(toyCourse['exercises/01-double/exercise.json']);
  const changed = { ...manifest, checks: manifest.checks.slice(0, 1) };
  await writeFiles(folder, { 'exercises/01-double/exercise.json': JSON.stringify(changed) });
  await run('key', '--out', 'key.json');
  await run(...JUDGE);
  expect((await result('again')).points.possible).toBeLessThan(
    (await result('out')).points.possible,
  );
});

test('a key of another seed is refused, and which one is not told', async () => {
  const { run } = await kept();
  await run('key', '--out', 'key.json', '--seed', 'autumn-7f3k', '--secret');
  const { code, stderr } = await run(...JUDGE);
  expect(stderr).toContain('key.json is a key of another seed than evidence.json answers');
  expect(stderr).not.toContain('autumn');
  expect(code).toBe(2);
});

test('evidence of other probes is refused', async () => {
  const { folder, run } = await kept();
  const probes = `${toyCourse['exercises/01-double/probes.ts']}\n// Changed.`;
  await writeFiles(folder, { 'exercises/01-double/probes.ts': probes });
  await run('key', '--out', 'key.json');
  const { code, stderr } = await run(...JUDGE);
  expect(stderr).toContain('answers other probes of 01-double than those of the course now');
  expect(code).toBe(2);
});

test('what was graded with a secret seed stays secret', async () => {
  const { folder, run } = await kept(['--seed', 'autumn-7f3k', '--secret']);
  await run(...JUDGE);
  const page = await readFile(path.join(folder, 'again/feedback.html'), 'utf8');
  expect(page).not.toContain('autumn-7f3k');
});

describe('by a key alone', () => {
  const mistakes = `export const mistakes = [
    { id: 'three', title: 'three times', hint: 'How often?', edits: [{ find: 'Z, 2', replace: 'Z, 3' }] },
    { id: 'third', title: 'a third', hint: 'Which part?', edits: [{ find: 'z / 2', replace: 'z / 3' }] },
    {
      id: 'sign',
      title: 'the sign is turned',
      hint: 'Which sign?',
      edits: [{ find: 'return scaled;', replace: 'return Matrix.mul(scaled, -1);' }],
    },
  ];`;
  const solution = right.replace(
    'return Matrix.mul(Z, 2);',
    'const scaled = Matrix.mul(Z, 2);\n  return scaled;',
  );

  /** What is said of a program, when it is graded and when it is judged again. */
  async function meant(text: string) {
    const folder = await temporaryFolder();
    await writeFiles(folder, {
      ...toyCourse,
      'solutions/01-double/solution.ts': solution,
      'solutions/01-double/mistakes.ts': mistakes,
      'work/double.ts': text,
    });
    const run = (...line: readonly string[]) => chainrule(line, { cwd: folder });
    await run('grade', 'work', '--out', 'out', '--evidence', 'evidence.json');
    await run('key', '--out', 'key.json');
    await run(...JUDGE);
    const ids = async (out: string): Promise<readonly string[]> => {
      const { exercises } = JSON.parse(
        await readFile(path.join(folder, out, 'result.json'), 'utf8'),
      );
      return exercises[0].mistakes.map((mistake: { readonly id: string }) => mistake.id);
    };
    return { graded: await ids('out'), judged: await ids('again') };
  }

  test('single mistakes are named as when it was graded, several of them beside each other', async () => {
    const text = solution.replace('Z, 2', 'Z, 3').replace('z / 2', 'z / 3');
    expect(await meant(text)).toEqual({ graded: ['three', 'third'], judged: ['three', 'third'] });
  });

  test('of two that act together none is named, since nothing is run, and of the rest what shows', async () => {
    const text = solution
      .replace('Z, 2', 'Z, 3')
      .replace('return scaled;', 'return Matrix.mul(scaled, -1);')
      .replace('z / 2', 'z / 3');
    const { judged } = await meant(text);
    expect(judged).toEqual(['third']);
  });
});
