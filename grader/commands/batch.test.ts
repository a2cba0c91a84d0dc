import { appendFile, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { STAGES, WHOLE } from '../contract/result.ts';
import { endedRun, filesBelow, gradedOnce, linesIn, withoutPlaces } from '../testing/class-of.ts';
import { chainrule, startChainrule } from '../testing/command-line.ts';
import { temporaryFolder, writeFiles } from '../testing/temporary.ts';
import { toyCourse } from '../testing/toy-course.ts';
import { Journal } from './batch/journal.ts';

const gradedClass = gradedOnce();

const RIGHT = toyCourse['solutions/01-double/solution.ts'];

const pageOf = (name: string) => `students/${name}-1.html`;

describe('a class', () => {
  test('gets a page for each, the instructor’s view, the results and one page for all', async () => {
    const { out, ended } = await gradedClass();
    const { code, stdout, stderr } = ended;
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('6 of 6 graded, median');
    const files = await filesBelow(out);
    expect(Object.keys(files)).toEqual(expect.arrayContaining(['index.html', pageOf('stub')]));
    expect(JSON.parse(files['instructor/mistake-1.json'] ?? '').exercises[0].mistakes[0].id).toBe(
      'in-place',
    );
    expect(files['index.html']).toContain('students/right-1.html');
  });

  test('is graded as each of it is graded alone', async () => {
    const { folder, out } = await gradedClass();
    const alone = path.join(folder, 'alone');
    await chainrule(['grade', 'class/mistake-1', '--out', alone, '--format', 'json'], {
      cwd: folder,
    });
    const [one, other] = await Promise.all(
      [path.join(alone, 'result.json'), path.join(out, 'instructor/mistake-1.json')].map(
        async (file) => JSON.parse(await readFile(file, 'utf8')),
      ),
    );
    expect(other).toEqual({ ...one, timings: {} });
  });

  test('is the same to the byte with one worker', async () => {
    const { folder, out, words } = await gradedClass();
    const alone = path.join(folder, 'alone');
    await chainrule([...words(alone), '--jobs', '1']);
    expect(withoutPlaces(await filesBelow(alone))).toEqual(withoutPlaces(await filesBelow(out)));
  });

  test('of one has a profile: what each stage took, and no file that tells of it', async () => {
    const { folder, words } = await gradedClass();
    const one = path.join(folder, 'one');
    await mkdir(path.join(folder, 'class-of-one'));
    await rename(path.join(folder, 'class/mistake-1'), path.join(folder, 'class-of-one/mistake-1'));
    const [, , ...rest] = words(one);
    const ofOne = ['batch', path.join(folder, 'class-of-one'), ...rest, '--profile'];
    const { stdout } = await chainrule(ofOne);
    const stages = [...stdout.matchAll(/^(\w+) +([\d.]+) ms +\2 ms +\2 ms$/gm)];
    expect(stages.map(([, stage]) => stage)).toEqual([...STAGES, WHOLE]);
    for (const [file, text] of Object.entries(await filesBelow(one))) {
      expect(text, file).not.toMatch(/"(collect|compile|write|whole)":/);
    }
  });

  test('with a secret seed has pages that tell nothing of it', async () => {
    const { out, run } = await gradedClass();
    expect((await run('--seed', 'hush-hush', '--jobs', '1')).stdout).not.toContain('unchanged');
    const files = await filesBelow(out);
    const pages = Object.entries(files).filter(([place]) => place.startsWith('students/'));
    expect(pages).toHaveLength(6);
    for (const [, page] of pages) expect(page).not.toContain('hush-hush');
  });
});

describe('what is finished', () => {
  test('is not graded again where nothing changed', async () => {
    const { out, run } = await gradedClass();
    const before = withoutPlaces(await filesBelow(out));
    const { stdout } = await run();
    expect(stdout).toContain('6 of 6 graded, 6 of them unchanged since the last run');
    expect(withoutPlaces(await filesBelow(out))).toEqual(before);
  });

  test('is graded again where the submission changed', async () => {
    const { folder, out, run } = await gradedClass();
    await writeFiles(folder, { 'class/right-1/double.ts': 'export const double = 1;' });
    const { stdout } = await run();
    expect(stdout).toContain('5 of them unchanged');
    const result = JSON.parse(await readFile(path.join(out, 'instructor/right-1.json'), 'utf8'));
    expect(result.points.earned).toBe(0);
  });

  test('is forgotten where everything is to be fresh', async () => {
    const { out } = await gradedClass();
    const asked = (await Journal.asked(out)) ?? expect.fail('there is no journal');
    const journal = await Journal.open(out, asked, true);
    await journal.close();
    expect(await linesIn(out)).toBe(1);
  });

  test('is graded again where a file of it is gone', async () => {
    const { out, run } = await gradedClass();
    const before = withoutPlaces(await filesBelow(out));
    await rm(path.join(out, pageOf('wrong')));
    expect((await run()).stdout).toContain('5 of them unchanged');
    expect(withoutPlaces(await filesBelow(out))).toEqual(before);
  });

  test('is told by whole lines alone', async () => {
    const { out, run } = await gradedClass();
    const before = withoutPlaces(await filesBelow(out));
    const journal = path.join(out, 'instructor/journal.jsonl');
    const text = await readFile(journal, 'utf8');
    await writeFile(journal, text.slice(0, -100));
    expect((await run()).stdout).toContain('5 of them unchanged');
    await appendFile(journal, '{"id":\n\u0000\nnull\n[]\n');
    expect((await run()).stdout).toContain('6 of them unchanged');
    expect(withoutPlaces(await filesBelow(out))).toEqual(before);
  });
});

describe('one that cannot be graded', () => {
  test('is told with what to do, and the others are graded', async () => {
    const { folder, run } = await gradedClass();
    await mkdir(path.join(folder, 'class/empty'));
    const { stdout, code } = await run();
    expect(stdout).toMatch(/^empty: .*holds none of the files to grade \(double\.ts\)\. Ask/);
    expect(stdout).toContain('6 of 7 graded');
    expect(code).toBe(2);
  });
});

test('a class may be an archive', async () => {
  const { folder, words } = await gradedClass();
  const files = Object.fromEntries(
    ['right-1', 'wrong-1'].map((name) => [`${name}/double.ts`, strToU8(RIGHT)]),
  );
  await writeFile(path.join(folder, 'class.zip'), zipSync(files));
  const out = path.join(folder, 'of-archive');
  const { stdout } = await chainrule([
    'batch',
    path.join(folder, 'class.zip'),
    ...words(out).slice(2),
  ]);
  expect(stdout).toContain('2 of 2 graded');
});

describe('a run that was ended', () => {
  test('by whatever goes on, and comes to the same bytes', async () => {
    const { folder, out, words } = await gradedClass();
    const ended = path.join(folder, 'ended');
    await endedRun([...words(ended), '--jobs', '1'], ended, 2);
    const { stdout, code } = await chainrule(['batch', '--resume', '--out', ended]);
    expect(stdout).toMatch(/6 of 6 graded, \d of them unchanged/);
    expect(code).toBe(0);
    expect(withoutPlaces(await filesBelow(ended))).toEqual(withoutPlaces(await filesBelow(out)));
  });

  test('leaves nothing half written behind', async () => {
    const { out, run } = await gradedClass();
    const before = withoutPlaces(await filesBelow(out));
    await writeFiles(out, { 'students/right-1.html.3510623848': '<', 'index.html.12': '<' });
    await run();
    expect(withoutPlaces(await filesBelow(out))).toEqual(before);
  });

  test('holds its place no longer', async () => {
    const { out, run } = await gradedClass();
    // No process has this number: it is above the largest.
    await writeFiles(out, { 'instructor/journal.lock': '4194305' });
    expect((await run()).stdout).toContain('6 of them unchanged');
    expect(Object.keys(await filesBelow(out))).not.toContain('instructor/journal.lock');
  });

  test('says how to go on', async () => {
    const { folder, words } = await gradedClass();
    const out = path.join(folder, 'stopped');
    const { child, ended, written } = startChainrule([...words(out), '--jobs', '1']);
    await expect.poll(() => linesIn(out), { timeout: 60_000 }).not.toBe(0);
    child.kill('SIGINT');
    expect(await ended).toBe(130);
    expect(written()).toMatch(/^Stopped: \d of 6 are finished\. "chainrule batch --resume --out/);
  });
});

describe('is refused:', () => {
  test.each([
    [['batch'], /There is nothing to grade\. Give the folder/],
    [['batch', '--resume'], /There is no run in feedback to go on with/],
    [['batch', 'class', '--resume'], /Leave class out, or leave --resume out/],
    [
      ['batch', 'class', '--dry-run'],
      /--dry-run says what --rejudge would change.* Give --rejudge/,
    ],
    [['batch', 'class', '--jobs', '0'], /--jobs is "0"/],
    [['batch', 'class', '--jobs', 'many'], /--jobs is "many"/],
  ])('%j', async (words, says) => {
    const { code, stderr } = await chainrule(words, { cwd: await temporaryFolder() });
    expect(stderr).toMatch(says);
    expect(code).toBe(2);
  });

  test('a folder that another run is writing to', async () => {
    const { out, run } = await gradedClass();
    await writeFiles(out, { 'instructor/journal.lock': String(process.ppid) });
    const { code, stderr } = await run();
    expect(stderr).toMatch(/Another run is grading into .*\. Wait for it, or choose another/);
    expect(code).toBe(2);
  });

  test('a folder that cannot be written to', async () => {
    const { folder, words } = await gradedClass();
    await writeFiles(folder, { elsewhere: 'a file' });
    const { code, stderr } = await chainrule(words(path.join(folder, 'elsewhere')));
    expect(stderr).toMatch(/journal\.lock cannot be written \(.*\)\. Make room, or choose another/);
    expect(code).toBe(2);
  });
});
