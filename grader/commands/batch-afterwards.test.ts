import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { filesBelow, gradedOnce, withoutPlaces } from '../testing/class-of.ts';
import { chainrule } from '../testing/command-line.ts';
import { writeFiles } from '../testing/temporary.ts';
import { toyCourse } from '../testing/toy-course.ts';

const gradedClass = gradedOnce();

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

  test('may be asked for when a run goes on', async () => {
    const { out, run } = await gradedClass();
    await run();
    const { code } = await chainrule(['batch', '--resume', '--out', out, '--gradebook', 'moodle']);
    expect(code).toBe(0);
    expect(Object.keys(await filesBelow(out))).toContain('moodle.csv');
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

  test('by another key is only tried with --dry-run', async () => {
    const { folder, out, again } = await changed((manifest) => manifest);
    await chainrule(['key', '--out', 'key.json'], { cwd: folder });
    const before = await filesBelow(out);
    expect((await again('--dry-run', '--key', path.join(folder, 'key.json'))).code).toBe(0);
    expect(await filesBelow(out)).toEqual(before);
  });

  test('needs the evidence', async () => {
    const { out, again } = await changed((manifest) => manifest);
    await writeFile(path.join(out, 'instructor/evidence/right-1.json.gz'), 'no gzip');
    const { stdout, code } = await again();
    expect(stdout).toMatch(/right-1: .*right-1\.json\.gz.*\. Grade it anew/);
    expect(code).toBe(2);
  });
});
