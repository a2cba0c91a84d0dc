import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readClass } from '../intake/class.ts';
import { readCourse } from '../intake/course.ts';
import { KeyMaker } from '../make-key.ts';
import { strongestIsolation } from '../sandbox/isolation.ts';
import { endedRun, filesBelow, withoutPlaces, wordsFor } from '../testing/class-of.ts';
import { chainrule } from '../testing/command-line.ts';
import { generatedClass } from '../testing/generated-class.ts';
import { askedNow } from './batch/asked.ts';
import { gradeClass } from './batch/grade-class.ts';
import { Journal } from './batch/journal.ts';

/** How many hand in; a thousand before a release. */
const SIZE = Number(process.env.CHAINRULE_SOAK ?? 32);
const KILLS = 20;

let folder: string;
let unreadable: number;
let whole: Readonly<Record<string, string>>;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'chainrule-class-'));
  unreadable = await generatedClass(folder, SIZE);
  const { stdout } = await chainrule([
    ...wordsFor(folder)(path.join(folder, 'whole')),
    '--jobs',
    '1',
  ]);
  expect(stdout).toContain(`${SIZE - unreadable} of ${SIZE} graded`);
  whole = withoutPlaces(await filesBelow(path.join(folder, 'whole')));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('a class that two work at comes to the same bytes', async () => {
  const out = path.join(folder, 'two');
  await chainrule([...wordsFor(folder)(out), '--jobs', '2']);
  expect(withoutPlaces(await filesBelow(out))).toEqual(whole);
});

test('a class that is killed twenty times comes to the same bytes', async () => {
  const out = path.join(folder, 'killed');
  for (let nth = 0; nth < KILLS; nth += 1) {
    // Wherever it is then: while a page is written, a worker starts, the key is made.
    const finished = Math.floor((nth * (SIZE - unreadable)) / KILLS);
    await endedRun(wordsFor(folder)(out), out, finished, Math.random() * 300);
  }
  // Some of it cannot be read, however often it is tried.
  expect((await chainrule(['batch', '--resume', '--out', out])).code).toBe(2);
  expect(withoutPlaces(await filesBelow(out))).toEqual(whole);
});

test('a class from its last to its first comes to the same bytes', async () => {
  const out = path.join(folder, 'reversed');
  const course = await readCourse(folder);
  const { handIns } = await readClass(path.join(folder, 'class'), course, { roster: null });
  const asked = askedNow(path.join(folder, 'class'), { course: folder });
  const journal = await Journal.open(out, asked, true);
  const keys = new KeyMaker(course, '1');
  const isolation = strongestIsolation().level;
  const conditions = { course, seed: '1', secret: false, keyText: null, isolation };
  try {
    const { problems } = await gradeClass({
      ...{ handIns: handIns.toReversed(), conditions, journal, out, course: folder, jobs: 2 },
      canLink: true,
      key: () => keys.key(),
      signal: new AbortController().signal,
      progress: () => undefined,
    });
    expect(problems).toHaveLength(unreadable);
  } finally {
    keys.close();
    await journal.close();
  }
  const { 'index.html': _, 'gradebook.csv': __, ...pages } = whole;
  expect(withoutPlaces(await filesBelow(out))).toEqual(pages);
});
