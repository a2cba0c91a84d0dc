import { appendFile, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { endedRun, filesBelow, gradedOnce, withoutPlaces } from '../testing/class-of.ts';
import { chainrule } from '../testing/command-line.ts';
import { writeFiles } from '../testing/temporary.ts';
import { toyCourse } from '../testing/toy-course.ts';

const gradedClass = gradedOnce();

const HEADER = 'student,exercise,points,excused,comment,by,why';
const DECISIONS = [
  'stub-1,01,55,,Nicely said.,Prof. Hopper,oral exam on 3 March',
  'wrong-1,01,,,Look at the factor.,Ben,asked in the tutorial',
  'broken-1,,,yes,,Prof. Hopper,was ill',
];

/** The class, and a run of it with these decisions. */
async function decided(...rows: readonly string[]) {
  const graded = await gradedClass();
  const adjustments = path.join(graded.folder, 'adjustments.csv');
  const write = (...lines: readonly string[]) =>
    writeFile(adjustments, [HEADER, ...lines, ''].join('\n'));
  await write(...rows);
  const run = (...own: readonly string[]) => graded.run('--adjustments', adjustments, ...own);
  const files = async () => withoutPlaces(await filesBelow(graded.out));
  return { ...graded, run, write, files, adjustments };
}

/** Which files are others now. */
const changed = (before: Readonly<Record<string, string>>, now: Readonly<Record<string, string>>) =>
  Object.keys({ ...before, ...now }).filter((file) => before[file] !== now[file]);

const pagesOf = (...names: readonly string[]) =>
  ['instructor', 'students'].flatMap((folder) => names.map((name) => `${folder}/${name}-1.html`));

describe('what was decided about one student', () => {
  test('is shown on both pages and on that of the class, with who and why', async () => {
    const { run, files } = await decided(...DECISIONS);
    expect((await run()).stdout).toContain('6 of them unchanged');
    const { 'index.html': index = '', ...others } = await files();
    for (const page of [...pagesOf('stub').map((file) => others[file] ?? ''), index]) {
      expect(page).toContain('Oral exam on 3 March (decided by Prof. Hopper)');
      expect(page).toContain('Nicely said.');
    }
    expect(others['students/stub-1.html']).toContain('Your mark: 55 of 100 points');
    expect(others['students/stub-1.html']).toContain(
      'Prof. Hopper gave 55 of 100 points for this exercise: oral exam on 3 March.',
    );
    expect(others['students/broken-1.html']).toContain('You are excused');
  });

  test('changes nobody else’s pages, and no result', async () => {
    const { run, files } = await decided(...DECISIONS);
    const before = await files();
    await run();
    expect(changed(before, await files()).sort()).toEqual([
      'gradebook.csv',
      'index.html',
      ...pagesOf('broken', 'stub', 'wrong'),
    ]);
  });

  test('stays as it was written where nothing changed', async () => {
    const { out, run, files } = await decided(...DECISIONS);
    await run();
    const before = await files();
    // What is drawn anew would need the result.
    await writeFile(
      path.join(out, 'instructor/stub-1.json'),
      ' '.repeat(before['instructor/stub-1.json']?.length ?? 0),
    );
    const { code, stdout } = await run();
    expect([code, stdout.includes('6 of them unchanged')]).toEqual([0, true]);
    expect(changed(before, await files())).toEqual(['instructor/stub-1.json']);
  });

  test('is gone from the pages when it is taken out', async () => {
    const { run, write, files } = await decided();
    await run();
    const before = await files();
    await write(...DECISIONS);
    await run();
    await write();
    expect((await run()).stdout).toContain('6 of them unchanged');
    expect(changed(before, await files())).toEqual([]);
  });

  test('is said anew where it was reworded in as many letters', async () => {
    const { run, write, files } = await decided(...DECISIONS);
    await run();
    const before = await files();
    await write(...DECISIONS.map((row) => row.replace('Nicely', 'Poorly')));
    await run();
    const now = await files();
    expect(changed(before, now)).toEqual(['gradebook.csv', 'index.html', ...pagesOf('stub')]);
    expect(now['students/stub-1.html']).toContain('Poorly said.');
  });

  test('survives that the submission is graded anew', async () => {
    const { folder, run, files } = await decided(...DECISIONS);
    await run();
    await writeFiles(folder, {
      'class/wrong-1/double.ts': toyCourse['solutions/01-double/solution.ts'],
    });
    expect((await run()).stdout).toContain('5 of them unchanged');
    const page = (await files())['students/wrong-1.html'];
    expect(page).toContain('Your mark: 100 of 100 points');
    expect(page).toContain('Look at the factor.');
  });

  test('survives that everything is fresh, and with one worker is the same to the byte', async () => {
    const { run, files } = await decided(...DECISIONS);
    await run();
    const before = await files();
    expect((await run('--fresh', '--jobs', '1')).stdout).not.toContain('unchanged');
    expect(changed(before, await files())).toEqual([]);
  });

  test('survives that the class is judged again', async () => {
    const { folder, out, words, run, adjustments, files } = await decided(...DECISIONS);
    await run();
    const manifest = 'exercises/01-double/exercise.json';
    await writeFiles(folder, {
      [manifest]: toyCourse[manifest].replace('"points":30', '"points":20'),
    });
    await chainrule(['batch', '--rejudge', '--out', out]);
    const anew = path.join(folder, 'anew');
    await chainrule([...words(anew), '--adjustments', adjustments]);
    expect(changed(await files(), withoutPlaces(await filesBelow(anew)))).toEqual([]);
    expect((await files())['students/stub-1.html']).toContain('Your mark: 55 of 90 points');
  });

  test('is not drawn where the result is none any more, and the others are', async () => {
    const { out, write, run, files } = await decided(DECISIONS[0] ?? '');
    await run();
    const before = await files();
    const place = 'instructor/stub-1.json';
    await writeFile(path.join(out, place), ' '.repeat(before[place]?.length ?? 0));
    await write(...DECISIONS.map((row) => row.replace('Nicely', 'Poorly')));
    const { code, stdout } = await run();
    expect(stdout).toMatch(/^stub-1: .*stub-1\.json/);
    expect(code).toBe(2);
    expect((await files())['students/wrong-1.html']).toContain('Look at the factor.');
    await rm(path.join(out, place));
    expect((await run()).code).toBe(0);
    expect((await files())['students/stub-1.html']).toContain('Poorly said.');
  });

  test('is text, whatever it says', async () => {
    const { run, files } = await decided(
      'stub-1,,,,<script>alert(1)</script>,"<b onclick=""x"">Eve</b>","</section>\u202e\u001b[2J"',
    );
    await run();
    const { 'index.html': index = '', ...others } = await files();
    for (const page of [...pagesOf('stub').map((file) => others[file] ?? ''), index]) {
      expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
      expect(page).not.toMatch(/alert\(1\)<\/script>|<b |\u001b|\u202e/);
    }
  });
});

describe('the rules of the class', () => {
  test('are shown on the pages of those whom they touch', async () => {
    const { folder, run, files } = await decided();
    await writeFiles(folder, { 'policy.yaml': 'cap: 90\n' });
    await run();
    const before = await files();
    await run('--policy', path.join(folder, 'policy.yaml'));
    const now = await files();
    expect(changed(before, now)).toEqual(['gradebook.csv', 'index.html', ...pagesOf('right')]);
    expect(now['students/right-1.html']).toContain('Your mark: 90 of 100 points');
  });
});

describe('pages that were to show a mark when the run was ended', () => {
  test('come to the same bytes', async () => {
    const { folder, words, adjustments, run, files } = await decided(...DECISIONS);
    await run();
    const ended = path.join(folder, 'ended');
    // Six are graded; the seventh line is of a page that is drawn anew.
    await endedRun([...words(ended), '--adjustments', adjustments, '--jobs', '1'], ended, 7);
    const { code, stdout } = await chainrule(['batch', '--resume', '--out', ended]);
    expect([code, stdout.includes('6 of 6 graded')]).toEqual([0, true]);
    expect(changed(await files(), withoutPlaces(await filesBelow(ended)))).toEqual([]);
  });

  test('are drawn again, though they are as large as those that the journal knows', async () => {
    const { out, run, files } = await decided(...DECISIONS);
    await run();
    const before = await files();
    const journal = path.join(out, 'instructor/journal.jsonl');
    const lines = (await readFile(journal, 'utf8')).split('\n');
    const line = lines.find((each) => each.startsWith('{"id":"stub-1"')) ?? expect.fail('no line');
    await appendFile(
      journal,
      `${JSON.stringify({ ...JSON.parse(line), mark: 'being written' })}\n`,
    );
    const page = before['students/stub-1.html']?.replace('Nicely', 'Poorly') ?? '';
    await writeFile(path.join(out, 'students/stub-1.html'), page, 'latin1');
    expect((await run()).stdout).toContain('6 of them unchanged');
    expect(changed(before, await files())).toEqual([]);
  });
});
