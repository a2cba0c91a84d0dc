import { appendFile, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  endedRun,
  filesBelow,
  linesIn,
  toyClass,
  withoutPlaces,
  wordsFor,
} from '../testing/class-of.ts';
import { chainrule, type Ended, startChainrule } from '../testing/command-line.ts';
import { temporaryFolder, writeFiles } from '../testing/temporary.ts';
import { toyCourse } from '../testing/toy-course.ts';
import { Journal } from './batch/journal.ts';

/** A class that was graded once, for all tests that ask what comes after that. */
let first: { readonly folder: string; readonly ended: Ended };
beforeAll(async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'chainrule-class-'));
  const { words } = await toyClass({ folder });
  first = { folder, ended: await chainrule(words(path.join(folder, 'out'))) };
});
afterAll(() => rm(first.folder, { recursive: true, force: true }));

/** A copy of the class as it was after that. */
async function gradedClass() {
  const folder = await temporaryFolder();
  await cp(first.folder, folder, { recursive: true });
  const out = path.join(folder, 'out');
  const words = wordsFor(folder);
  const run = (...own: readonly string[]) => chainrule([...words(out), ...own]);
  return { folder, out, words, run };
}

const RIGHT = toyCourse['solutions/01-double/solution.ts'];

const pageOf = (name: string) => `students/${name}-1.html`;

describe('a class', () => {
  test('gets a page for each, the instructor’s view, the results and one page for all', async () => {
    const { code, stdout, stderr } = first.ended;
    const { out } = await gradedClass();
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

describe('marks', () => {
  const cells = async (out: string, file = 'gradebook.csv') =>
    parse(await readFile(path.join(out, file), 'utf8'), { columns: true }) as Record<
      string,
      string
    >[];

  test('are in our own gradebook for everybody', async () => {
    const { out } = await gradedClass();
    const rows = await cells(out);
    expect(rows.map(({ id, earned }) => `${id} ${earned}`)).toEqual([
      'broken-1 0',
      'forbidden-1 0',
      'mistake-1 70',
      'right-1 100',
      'stub-1 0',
      'wrong-1 40',
    ]);
  });

  test('follow the rules of the class and what was decided for one, with who and why', async () => {
    const { folder, out, run } = await gradedClass();
    await writeFiles(folder, {
      'policy.yaml': 'cap: 90\n',
      'adjustments.csv':
        'student,exercise,points,by,why\nstub-1,01,55,Hopper,oral exam\nzoe,,5,Hopper,late\n',
    });
    const { stdout, code } = await run(
      '--policy',
      path.join(folder, 'policy.yaml'),
      '--adjustments',
      path.join(folder, 'adjustments.csv'),
    );
    expect(stdout).toContain('6 of them unchanged');
    expect(stdout).toContain('Adjustment in line 3: nobody in the class is "zoe".');
    expect(code).toBe(0);
    const rows = new Map((await cells(out)).map((row) => [row.id, row]));
    expect(rows.get('right-1')?.earned).toBe('90');
    expect(rows.get('stub-1')?.steps).toContain('(Hopper: oral exam)');
  });

  test('go where a platform finds its students, and who it would not find is told', async () => {
    const { folder, out, run } = await gradedClass();
    const roster = 'id,name,canvas id\nright-1,Ada,17\nabsent,Zoe,18\n';
    await writeFiles(folder, { 'roster.csv': roster });
    const words = ['--roster', path.join(folder, 'roster.csv'), '--gradebook', 'canvas'];
    const { stdout } = await run(...words);
    expect(stdout).toContain('absent is on the roster and handed nothing in.');
    expect(stdout).toContain('stub-1 is not on the roster.');
    expect(stdout).toMatch(/canvas\.csv leaves out broken-1 and 4 more: each has no Canvas ID/);
    const rows = await cells(out, 'canvas.csv');
    const marks = rows.map(({ ID, ...row }) => [ID, Object.values(row).at(-1)]);
    expect(marks).toEqual([
      ['', '100'],
      ['18', ''],
      ['17', '100'],
    ]);
  });

  test.each([
    ['--policy', 'cap: many', /policy: at \/cap/],
    ['--policy', 'cap: [', /policy is no YAML/],
    ['--adjustments', 'student,points,by,why\nada,5,,\n', /adjustments, line 2: /],
    ['--roster', 'name\nAda\n', /roster/],
  ])('are not made of %s %j', async (option, text, says) => {
    const { folder, run } = await gradedClass();
    const name = option.slice(2);
    await writeFiles(folder, { [name]: text });
    const { code, stderr } = await run(option, path.join(folder, name));
    expect(stderr).toMatch(says);
    expect(code).toBe(2);
  });
});

describe('judged again', () => {
  const EXERCISE = 'exercises/01-double/exercise.json';

  /** The class as it was graded, with another manifest since. */
  async function changed(edit: (manifest: string) => string) {
    const graded = await gradedClass();
    // The copy lies elsewhere than what it was copied from.
    await graded.run();
    await writeFiles(graded.folder, { [EXERCISE]: edit(toyCourse[EXERCISE]) });
    const words = ['batch', '--rejudge', '--out', graded.out];
    return { ...graded, again: (...more: readonly string[]) => chainrule([...words, ...more]) };
  }

  test('says whose points change and why, and with --dry-run writes nothing', async () => {
    const { out, again } = await changed((manifest) =>
      manifest.replace('"points":30', '"points":20'),
    );
    const before = await filesBelow(out);
    const { stdout, code } = await again('--dry-run');
    expect(stdout).toContain(
      'right-1: 100 of 100 before, 90 of 90 now (01 pure was pass for 30 of 30 and is pass for 20 of 20).',
    );
    expect(stdout).toContain('Nothing was written.');
    expect(code).toBe(0);
    expect(withoutPlaces(await filesBelow(out))).toEqual(withoutPlaces(before));
  });

  test('comes to the same bytes as graded anew', async () => {
    const { folder, out, words, again } = await changed((manifest) =>
      manifest.replace('"points":30', '"points":20'),
    );
    expect((await again()).stdout).toMatch(/The points of 6 students change\.\n6 of 6 graded/);
    const anew = path.join(folder, 'anew');
    await chainrule([...words(anew), '--jobs', '1']);
    expect(withoutPlaces(await filesBelow(out))).toEqual(withoutPlaces(await filesBelow(anew)));
  });

  test('is not graded again after that', async () => {
    const { again, run } = await changed((manifest) =>
      manifest.replace('"points":30', '"points":20'),
    );
    await again();
    expect((await run()).stdout).toContain('6 of them unchanged');
  });

  test('is left as it was where the probes are others now', async () => {
    const { folder, out, again } = await changed((manifest) => manifest);
    const probes = 'exercises/01-double/probes.ts';
    await writeFiles(folder, { [probes]: `${toyCourse[probes]}\n// Others.\n` });
    const before = await filesBelow(out);
    const { stdout, code } = await again('--dry-run');
    expect(stdout).toContain('right-1: its evidence answers other probes');
    expect(code).toBe(2);
    expect(withoutPlaces(await filesBelow(out))).toEqual(withoutPlaces(before));
  });

  test('needs the evidence', async () => {
    const { out, again } = await changed((manifest) => manifest);
    await writeFile(path.join(out, 'instructor/evidence/right-1.json.gz'), 'no gzip');
    const { stdout, code } = await again();
    expect(stdout).toMatch(/right-1: .* is no evidence any more\. Grade it anew/);
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
