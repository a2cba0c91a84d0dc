import { appendFile, mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { DEFAULT_LIMITS, type Exercise } from '../contract/exercise.ts';
import { check, FIRST, manifest, SECOND } from '../testing/documents.ts';
import { temporaryFolder, writeFiles } from '../testing/temporary.ts';
import { readCourse } from './course.ts';

type Files = Readonly<Record<string, string>>;

const PROBES = 'export const probes = {};';

/** The files of an exercise as authors write it. */
const exerciseFiles = (slug: string, own: Partial<Exercise>): Files => {
  const { file } = manifest(own);
  return {
    [`exercises/${slug}/exercise.json`]: JSON.stringify(manifest(own)),
    [`exercises/${slug}/probes.ts`]: PROBES,
    [`exercises/${slug}/${file}`]: `// stub of ${slug}`,
  };
};

const first = exerciseFiles('01-first', { file: 'first.ts' });
const second = (own: Partial<Exercise> = {}): Files =>
  exerciseFiles('02-second', { file: 'second.ts', ...own });

async function folderOf(files: Files): Promise<string> {
  const folder = await temporaryFolder();
  await writeFiles(folder, files);
  return folder;
}

const courseIn = async (files: Files) => readCourse(await folderOf(files));

describe('the directory is the list', () => {
  test('every folder with a manifest is an exercise, in the order of the numbers', async () => {
    const { exercises } = await courseIn({ ...second(), ...first });
    expect(exercises.map(({ slug }) => slug)).toEqual([FIRST, SECOND]);
  });

  test.each([
    ['a folder without a manifest', 'exercises/03-third/README.md'],
    ['a folder whose name is no slug', 'exercises/shared/exercise.json'],
    ['a file between the folders', 'exercises/README.md'],
  ])('%s is none', async (_, place) => {
    const { exercises } = await courseIn({ ...first, [place]: '' });
    expect(exercises.map(({ slug }) => slug)).toEqual([FIRST]);
  });
});

describe('an exercise is read with its texts', () => {
  test('the stub', async () => {
    expect((await courseIn(first)).exercises[0]?.stub).toBe('// stub of 01-first');
  });

  test('the probes', async () => {
    expect((await courseIn(first)).exercises[0]?.probes).toBe(PROBES);
  });

  test('no solution where the course carries none', async () => {
    expect((await courseIn(first)).exercises[0]?.solution).toBeNull();
  });

  test('the solution with its mistakes', async () => {
    const solutions = {
      'solutions/01-first/solution.ts': '// solution',
      'solutions/01-first/mistakes.ts': '// mistakes',
    };
    const { exercises } = await courseIn({ ...first, ...solutions });
    expect(exercises[0]?.solution).toEqual({
      source: '// solution',
      mistakes: '// mistakes',
      alternatives: [],
      equivalents: [],
    });
  });

  test('other right ways, in the order of their names and without what is no program', async () => {
    const alternatives = 'solutions/01-first/alternatives';
    const { exercises } = await courseIn({
      ...first,
      'solutions/01-first/solution.ts': '',
      [`${alternatives}/per-example.ts`]: '// one\r\n',
      [`${alternatives}/classes.ts`]: '// two',
      [`${alternatives}/classes.test.ts`]: '// a test',
      [`${alternatives}/.draft.ts`]: '// hidden',
      [`${alternatives}/README.md`]: 'Styles.',
    });
    expect(exercises[0]?.solution?.alternatives).toEqual([
      { name: 'classes', source: '// two' },
      { name: 'per-example', source: '// one\n' },
    ]);
  });

  test('a solution nobody knows a mistake of', async () => {
    const { exercises } = await courseIn({ ...first, 'solutions/01-first/solution.ts': '' });
    expect(exercises[0]?.solution?.mistakes).toBe('export const mistakes = [];');
  });

  test('an empty stub where it is still to be made from the solution', async () => {
    const folder = await folderOf({ ...first, 'solutions/01-first/solution.ts': '' });
    await rm(path.join(folder, 'exercises/01-first/first.ts'));
    expect((await readCourse(folder)).exercises[0]?.stub).toBe('');
  });
});

describe('limits', () => {
  const limitsOf = async (own: Partial<Exercise>) =>
    (await courseIn(exerciseFiles('01-first', own))).exercises[0]?.limits;

  test('are the usual ones where a manifest is silent', async () => {
    expect(await limitsOf({})).toEqual(DEFAULT_LIMITS);
  });

  test('are changed one by one', async () => {
    expect(await limitsOf({ limits: { seconds: 7 } })).toEqual({ ...DEFAULT_LIMITS, seconds: 7 });
  });
});

describe('the fingerprint of an exercise', () => {
  /** Fingerprints before and after a text is added to one of the files. */
  async function digestsAround(place: string): Promise<readonly (string | undefined)[]> {
    const folder = await folderOf(first);
    const before = await readCourse(folder);
    await appendFile(path.join(folder, place), '\n');
    const after = await readCourse(folder);
    return [before.exercises[0]?.digest, after.exercises[0]?.digest];
  }

  test.each(['exercise.json', 'probes.ts'])('changes with %s', async (name) => {
    const [before, after] = await digestsAround(`exercises/01-first/${name}`);
    expect(after).not.toBe(before);
  });

  test('does not change with the stub', async () => {
    const [before, after] = await digestsAround('exercises/01-first/first.ts');
    expect(after).toBe(before);
  });
});

describe('a course is called', () => {
  test.each([
    ['as its package is', '{"name": "lessons"}', 'lessons'],
    ['"course" when its package has no name', '{}', 'course'],
    ['"course" when the name is no text', '{"name": 1}', 'course'],
    ['"course" when the package is broken', '{', 'course'],
    ['"course" when the package is no object', 'null', 'course'],
  ])('%s', async (_, text, name) => {
    expect((await courseIn({ ...first, 'package.json': text })).id).toBe(name);
  });

  test('"course" where there is no package', async () => {
    expect((await courseIn(first)).id).toBe('course');
  });
});

describe('what is no course is refused', () => {
  const refusal = { code: 'no-course', message: expect.stringContaining('is not a course') };

  test('a folder that is not there', async () => {
    const folder = path.join(await temporaryFolder(), 'nowhere');
    await expect(readCourse(folder)).rejects.toMatchObject(refusal);
  });

  test('a folder without exercises', async () => {
    const folder = await temporaryFolder();
    await mkdir(path.join(folder, 'exercises'));
    await expect(readCourse(folder)).rejects.toMatchObject(refusal);
  });

  test('a folder whose "exercises" is a file', async () => {
    await expect(courseIn({ exercises: '' })).rejects.toMatchObject(refusal);
  });
});

describe('a course that does not hold together is refused', () => {
  test.each<[string, Files, string, string]>([
    [
      'a manifest that is no JSON',
      { ...first, 'exercises/01-first/exercise.json': '{' },
      'broken-manifest',
      'exercises/01-first/exercise.json: not JSON',
    ],
    [
      'a field that nobody knows',
      {
        ...first,
        'exercises/01-first/exercise.json': JSON.stringify({ ...manifest(), titel: 'x' }),
      },
      'broken-manifest',
      'exercises/01-first/exercise.json: at the top: unknown field "titel"',
    ],
    [
      'two exercises with one file',
      { ...first, ...second({ file: 'first.ts' }) },
      'broken-manifest',
      'exercises/02-second/exercise.json: "file" is first.ts, which 01-first has already',
    ],
    [
      'two checks with one id',
      exerciseFiles('01-first', { checks: [check({ id: 'one' }), check({ id: 'one' })] }),
      'broken-manifest',
      'exercises/01-first/exercise.json: two checks have the id "one"',
    ],
    [
      'an exercise that builds on a later one',
      { ...exerciseFiles('01-first', { buildsOn: [SECOND] }), ...second() },
      'broken-manifest',
      'exercises/01-first/exercise.json: "buildsOn" names 02-second, which is no earlier exercise',
    ],
    [
      'an exercise that builds on itself',
      exerciseFiles('01-first', { buildsOn: [FIRST] }),
      'broken-manifest',
      '"buildsOn" names 01-first, which is no earlier exercise',
    ],
    [
      'a check that builds on what its exercise does not',
      { ...first, ...second({ checks: [check({ buildsOn: [FIRST] })] }) },
      'broken-manifest',
      'check "agrees" builds on 01-first, which "buildsOn" of the exercise lacks',
    ],
  ])('%s', async (_, files, code, message) => {
    await expect(courseIn(files)).rejects.toMatchObject({
      code,
      message: expect.stringContaining(message),
    });
  });

  test.each([
    ['probes', 'probes.ts'],
    ['the stub, where there is no solution to make it from', 'first.ts'],
  ])('an exercise without %s', async (_, name) => {
    const folder = await folderOf(first);
    await rm(path.join(folder, 'exercises/01-first', name));
    await expect(readCourse(folder)).rejects.toMatchObject({
      code: 'broken-course',
      message: `exercises/01-first has no ${name}`,
    });
  });
});

test('an exercise may build on an earlier one, and so may its checks', async () => {
  const building = second({ buildsOn: [FIRST], checks: [check({ buildsOn: [FIRST] })] });
  expect((await courseIn({ ...first, ...building })).exercises).toHaveLength(2);
});

describe('what an author says of mutants', () => {
  const solved = { ...first, 'solutions/01-first/solution.ts': 'export {};' };
  const entry = { from: 'return 1;', to: 'return 2;', reason: 'Nobody asks.' };
  const saying = (text: string) =>
    courseIn({ ...solved, 'solutions/01-first/equivalents.json': text });

  test('is read with the solution', async () => {
    const { exercises } = await saying(JSON.stringify([entry]));
    expect(exercises[0]?.solution?.equivalents).toEqual([entry]);
  });

  test('is nothing where there is no such file', async () => {
    expect((await courseIn(solved)).exercises[0]?.solution?.equivalents).toEqual([]);
  });

  test.each([
    ['is no JSON', '['],
    ['gives no reason', JSON.stringify([{ ...entry, reason: '' }])],
    ['says more than it may', JSON.stringify([{ ...entry, id: 'one' }])],
  ])('is refused where it %s', async (_, text) => {
    await expect(saying(text)).rejects.toMatchObject({
      code: 'broken-course',
      message: expect.stringContaining('solutions/01-first/equivalents.json'),
    });
  });
});
