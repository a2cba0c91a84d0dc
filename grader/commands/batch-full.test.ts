import { chmod, mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, type TestContext, test } from 'vitest';
import { filesBelow, toyClass, withoutPlaces } from '../testing/class-of.ts';
import { chainrule, chainruleProcess } from '../testing/command-line.ts';
import { smallDisk } from '../testing/small-disk.ts';
import { temporaryFolder } from '../testing/temporary.ts';

type Files = Readonly<Record<string, string>>;

const JOURNAL = 'instructor/journal.jsonl';

/** A class that was graded where there is room. */
async function classWithRoom(each: number) {
  const folder = await temporaryFolder();
  const { words } = await toyClass({ folder, each });
  const out = path.join(folder, 'whole');
  await chainrule(words(out));
  const whole = withoutPlaces(await filesBelow(out));
  const sizes = Object.entries(whole).map(([file, text]) => [file, text.length] as const);
  const pages = sizes.filter(([file]) => file.includes('/')).map(([, size]) => size);
  return { folder, words, whole, sizeOf: new Map(sizes), largestPage: Math.max(...pages) };
}

/** Hand-ins whose lines the journal has, and their files. */
async function finishedIn(out: string) {
  const [, ...lines] = (await readFile(path.join(out, JOURNAL), 'utf8')).trimEnd().split('\n');
  const entries: readonly { id: string; files: Record<string, number> }[] = lines.map((line) =>
    JSON.parse(line),
  );
  return {
    ids: entries.map(({ id }) => id),
    files: entries.flatMap(({ files }) => Object.keys(files)),
  };
}

/** What is there is whole, and there is all of what is finished. */
async function expectWholeFiles(out: string, whole: Files): Promise<void> {
  // A line that is cut off is no JSON, and would not be read here.
  const there = withoutPlaces(await filesBelow(out));
  expect(whole).toMatchObject(there);
  expect(Object.keys(there)).toEqual(expect.arrayContaining([...(await finishedIn(out)).files]));
}

const oneError = (file: string, why: string) =>
  new RegExp(
    `^chainrule: .*${file} cannot be written \\(${why}.*\\)\\. Make room and go on with --resume; what is finished stays finished\\.\\n$`,
  );

// A file that may not grow any more is refused as on a disk that is full, with nobody's leave.
describe.skipIf(process.platform === 'win32')('a place that becomes full', () => {
  test.each([
    ['a page', 1, 5, 'wrong-1\\.html'],
    ['the journal', 2, null, 'journal\\.jsonl'],
    ['the page of the class', 1, 6, 'index\\.html'],
  ] as const)(
    'at %s is told once, and the rest is done when there is room',
    async (which, each, count, file) => {
      const { folder, words, whole, sizeOf, largestPage } = await classWithRoom(each);
      const out = path.join(folder, 'full');
      const largestFile = which === 'a page' ? largestPage - 1024 : largestPage + 1024;
      expect(sizeOf.get('index.html')).toBeGreaterThan(largestFile);

      const { code, stdout, stderr } = await chainruleProcess([...words(out), '--jobs', '2'], {
        largestFile,
      });
      expect(stderr).toMatch(oneError(file, 'EFBIG'));
      expect([code, stdout]).toEqual([2, '']);
      await expectWholeFiles(out, whole);
      const { ids } = await finishedIn(out);
      if (count !== null) expect(ids).toHaveLength(count);

      const again = await chainrule(['batch', '--resume', '--out', out]);
      expect([again.code, again.stderr]).toEqual([0, '']);
      expect(again.stdout).toContain(`${ids.length} of them unchanged`);
      expect(withoutPlaces(await filesBelow(out))).toEqual(whole);
    },
  );
});

describe('a disk', () => {
  async function diskAt(place: string, options: string, context: TestContext) {
    const disk = await smallDisk(place, options);
    if (disk === null) context.skip('a disk can be mounted by an administrator of Linux alone');
    return disk ?? expect.fail('it was skipped');
  }

  test('that becomes full is told once, and the rest is done when there is room', async (context) => {
    const { folder, words, whole } = await classWithRoom(2);
    const out = path.join(folder, 'disk');
    const disk = await diskAt(out, 'size=300k', context);
    const { code, stdout, stderr } = await chainruleProcess(words(out));
    expect(stderr).toMatch(oneError('', 'ENOSPC'));
    expect([code, stdout]).toEqual([2, '']);
    await expectWholeFiles(out, whole);
    const { ids } = await finishedIn(out);
    expect(ids).not.toEqual([]);

    await disk.change('size=16m');
    const again = await chainrule(['batch', '--resume', '--out', out]);
    expect(again.stdout).toContain(`${ids.length} of them unchanged`);
    expect(withoutPlaces(await filesBelow(out))).toEqual(whole);
  });

  test('that has no room at all is left as it was', async (context) => {
    const folder = await temporaryFolder();
    const { words } = await toyClass({ folder });
    const out = path.join(folder, 'disk');
    await diskAt(out, 'size=4k', context);
    const { code, stderr } = await chainrule(words(out));
    expect(stderr).toMatch(/^chainrule: .* cannot be written \(ENOSPC.*\)\. Make room, or choose/);
    expect(code).toBe(2);
    expect(await filesBelow(out)).toEqual({});
  });

  test('that may only be read is told', async (context) => {
    const folder = await temporaryFolder();
    const { words } = await toyClass({ folder });
    const out = path.join(folder, 'disk');
    await diskAt(out, 'ro', context);
    const { code, stderr } = await chainrule(words(out));
    expect(stderr).toMatch(/disk.* cannot be written \(E.*\)\. Make room, or choose another place/);
    expect(code).toBe(2);
  });
});

test('a folder that may only be read is told', async (context) => {
  if (process.platform === 'win32' || process.getuid?.() === 0) {
    context.skip('an administrator may write everywhere');
  }
  const folder = await temporaryFolder();
  const { words } = await toyClass({ folder });
  const out = path.join(folder, 'out');
  await mkdir(out);
  await chmod(out, 0o555);
  const { code, stderr } = await chainrule(words(out));
  expect(stderr).toMatch(/cannot be written \(EACCES.*\)\. Make room, or choose another place/);
  expect(code).toBe(2);
});
