import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Refusal } from '../contract/refusal.ts';
import { chainrule } from '../testing/command-line.ts';
import { temporaryFolder, writeFiles } from '../testing/temporary.ts';
import { buildingOn, toyCourse } from '../testing/toy-course.ts';
import { releaseCommand } from './release.ts';

type Files = Readonly<Record<string, string>>;

type Options = Omit<Parameters<typeof releaseCommand>[1], 'course'>;

interface Released {
  readonly folder: string;
  readonly files: readonly string[];
  /** Why it was refused, or nothing. */
  readonly refusal: string;
  read(place: string): Promise<string>;
  /** Releases once more into the same folder, and says why not. */
  again(options?: Options): Promise<string>;
}

/** Packing takes most of the time of a release; where a test is about something else, a name will do. */
const NAMED = { package: '^1.0.0' };

async function released(own: Files = {}, options: Options = NAMED): Promise<Released> {
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  const home = await temporaryFolder();
  const folder = path.join(home, 'starter');
  const course = path.join(home, 'course');
  await writeFiles(course, { ...toyCourse, ...buildingOn, ...own });
  const again = (more: Options = {}) =>
    releaseCommand(folder, { course, ...options, ...more }).then(
      () => '',
      (error: unknown) => {
        if (error instanceof Refusal) return `${error.message}. ${error.remedy}`;
        throw error;
      },
    );
  const refusal = await again();
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .map((file) => file.split(path.sep).join('/'))
    .sort();
  const read = (place: string) => readFile(path.join(folder, place), 'utf8');
  return { folder, files, refusal, read, again };
}

afterEach(() => {
  vi.restoreAllMocks();
});

test('a student’s repository has all that two commands need, and no solution', async () => {
  const { files, refusal } = await released({}, {});
  expect(refusal).toBe('');
  expect(files).toEqual([
    '.devcontainer/devcontainer.json',
    '.gitattributes',
    '.github/actions/grade/action.yml',
    '.github/workflows/comment.yml',
    '.github/workflows/grade.yml',
    '.gitignore',
    '.vscode/extensions.json',
    '.vscode/launch.json',
    'README.md',
    expect.stringMatching(/^chainrule-.*\.tgz$/),
    'exercises/01-double/double.test.ts',
    'exercises/01-double/double.ts',
    'exercises/01-double/exercise.json',
    'exercises/01-double/probes.ts',
    'exercises/02-quadruple/exercise.json',
    'exercises/02-quadruple/probes.ts',
    'exercises/02-quadruple/quadruple.test.ts',
    'exercises/02-quadruple/quadruple.ts',
    'key.json',
    'package.json',
    'tsconfig.json',
    'vitest.config.ts',
  ]);
});

test('--no-comment leaves out the workflow that may write', async () => {
  const { files } = await released({}, { ...NAMED, comment: false });
  expect(files.filter((file) => file.includes('workflows'))).toEqual([
    '.github/workflows/grade.yml',
  ]);
});

describe('another right way', () => {
  const alternative = {
    'solutions/01-double/alternatives/by-adding.ts': `import { Matrix } from 'ml-matrix';
export const double = (Z: Matrix): Matrix => Matrix.add(Z, Z);
export const half = (z: number): number => 0.5 * z;
`,
  };

  test('is not released', async () => {
    const [without, having] = [await released(), await released(alternative)];
    expect(having.refusal).toBe('');
    expect(having.files).toEqual(without.files);
    for (const file of having.files) {
      expect(await having.read(file), file).not.toMatch(/by-adding|Matrix\.add\(Z, Z\)/);
    }
  });

  test('is as secret as the solution', async () => {
    const lesson = '# Double\n\n`const double = (Z: Matrix): Matrix => Matrix.add(Z, Z);`\n';
    const { refusal, files } = await released({
      ...alternative,
      'exercises/01-double/README.md': lesson.replace('const', 'export const'),
    });
    expect(refusal).toMatch(/of solutions\/01-double\/alternatives\/by-adding\.ts/);
    expect(files).toEqual([]);
  });
});

test('an archive in an exercise is not given out', async () => {
  const { refusal, files } = await released({ 'exercises/01-double/old.zip': 'PK' });
  expect(refusal).toContain('exercises/01-double/old.zip is an archive');
  expect(files).toEqual([]);
});

test('the same course releases the same bytes', async () => {
  const [one, other] = [await released({}, {}), await released({}, {})];
  for (const file of one.files) {
    const bytes = await Promise.all(
      [one, other].map(({ folder }) => readFile(path.join(folder, file))),
    );
    expect(bytes[0]?.equals(bytes[1] ?? Buffer.of()), file).toBe(true);
  }
});

test('the key fits what was released with it', async () => {
  const { folder } = await released();
  const graded = await chainrule([
    'grade',
    folder,
    '--course',
    folder,
    '--key',
    path.join(folder, 'key.json'),
    '--out',
    path.join(folder, 'feedback'),
  ]);
  expect(graded.stderr).toBe('');
  expect(graded.code).toBe(0);
});

test('--only takes along what an exercise builds on', async () => {
  const third = {
    'exercises/03-other/exercise.json': toyCourse['exercises/01-double/exercise.json'].replace(
      'double.ts',
      'other.ts',
    ),
    'exercises/03-other/probes.ts': toyCourse['exercises/01-double/probes.ts'].replace(
      'double.ts',
      'other.ts',
    ),
    'solutions/03-other/solution.ts': toyCourse['solutions/01-double/solution.ts'],
  };
  const { files } = await released(third, { ...NAMED, only: ['02'] });
  const exercises = new Set(
    files.map((file) => /^exercises\/([^/]*)/.exec(file)?.[1]).filter(Boolean),
  );
  expect([...exercises]).toEqual(['01-double', '02-quadruple']);
});

test('a stub in which its author has tried something is released as it should be', async () => {
  const tried = { 'exercises/01-double/double.ts': toyCourse['solutions/01-double/solution.ts'] };
  const { read } = await released(tried);
  expect(await read('exercises/01-double/double.ts')).toBe(
    toyCourse['exercises/01-double/double.ts'],
  );
});

test('what else lies in the folder of an exercise comes along, hidden files and tests do not', async () => {
  const { files } = await released({
    'exercises/01-double/README.md': '# Double',
    'exercises/01-double/pictures/one.svg': '<svg/>',
    'exercises/01-double/.notes': 'mine',
    'exercises/01-double/published.test.ts': 'test()',
  });
  const own = files.filter((file) => file.startsWith('exercises/01-double/'));
  expect(own).toContain('exercises/01-double/README.md');
  expect(own).toContain('exercises/01-double/pictures/one.svg');
  expect(own.join()).not.toMatch(/notes|published/);
});

test.each([
  [
    'an alternative',
    {
      'solutions/01-double/alternatives/added.ts': `// Adds.\n${toyCourse['solutions/01-double/solution.ts'].replace('Matrix.mul(Z, 2)', 'Matrix.add(Z, Z.clone())')}`,
      'exercises/01-double/README.md': '# Double\n\n`return Matrix.add(Z, Z.clone());`\n',
    },
    'or write the alternative otherwise',
  ],
  [
    'a mistake',
    {
      'solutions/01-double/mistakes.ts': toyCourse['solutions/01-double/mistakes.ts'].replace(
        "'Z.mul(2)'",
        "'Matrix.mul(Z.clone(), 3 + 4)'",
      ),
      'exercises/01-double/README.md': '# Double\n\n`Matrix.mul(Z.clone(), 3 + 4)`\n',
    },
    'or have the mistake put something else in its place',
  ],
])(
  'where a line of %s is found, it is said what else may be changed',
  async (_, own: Files, words) => {
    expect((await released(own)).refusal).toContain(words);
  },
);

describe('a line of a solution is found and nothing is written', () => {
  const leak = 'return Matrix.mul(Z, 2);';
  test.each([
    ['in a lesson', { 'exercises/01-double/README.md': `# Double\n\n\`${leak}\`\n` }],
    [
      'in the probes',
      {
        'exercises/02-quadruple/probes.ts': `// ${leak}\n${buildingOn['exercises/02-quadruple/probes.ts']}`,
      },
    ],
    [
      'in a hint, and so in the key',
      {
        'solutions/01-double/mistakes.ts': toyCourse['solutions/01-double/mistakes.ts'].replace(
          'Is Z still what it was?',
          `Try ${leak}`,
        ),
      },
    ],
    ['in a file of any other kind', { 'exercises/01-double/notes.txt': leak }],
  ])('%s', async (_, own: Files) => {
    const { refusal, files } = await released(own);
    expect(refusal).toMatch(
      /gives away "return Matrix\.mul\(Z, 2\);" of solutions\/01-double\/solution\.ts/,
    );
    expect(files).toEqual([]);
  });

  test('what a mistake puts in its place is as secret', async () => {
    const edit = toyCourse['solutions/01-double/mistakes.ts'].replace(
      "replace: 'Z.mul(2)'",
      "replace: 'Z.mul(2).add(Z).sub(Z)'",
    );
    const own = {
      'solutions/01-double/mistakes.ts': edit,
      'exercises/01-double/README.md': 'Z.mul(2).add(Z).sub(Z)',
    };
    expect((await released(own)).refusal).toContain('solutions/01-double/mistakes.ts');
  });
});

describe('a file that is there already', () => {
  test('is never replaced by other contents', async () => {
    const { folder, again, read } = await released();
    await writeFile(path.join(folder, 'README.md'), 'my own');
    expect(await again()).toMatch(/README\.md would be replaced by other contents.*--overwrite/);
    expect(await read('README.md')).toBe('my own');
  });

  test('is replaced with --overwrite, and what else is there stays', async () => {
    const { folder, again, read } = await released();
    await writeFile(path.join(folder, 'README.md'), 'my own');
    await writeFile(path.join(folder, 'LICENSE'), 'free');
    expect(await again({ overwrite: true })).toBe('');
    expect(await read('README.md')).toContain('npm test');
    expect(await read('LICENSE')).toBe('free');
  });

  test('is left alone where it is the same', async () => {
    expect(await (await released()).again()).toBe('');
  });
});

describe('--package', () => {
  test('names a version to install instead', async () => {
    const { files, read } = await released();
    expect(JSON.parse(await read('package.json')).devDependencies.chainrule).toBe('^1.0.0');
    expect(files.join()).not.toContain('.tgz');
  });

  test('puts a packed file beside what needs it', async () => {
    const folder = await temporaryFolder();
    await writeFiles(folder, { 'own.tgz': 'packed' });
    const { read } = await released({}, { package: path.join(folder, 'own.tgz') });
    expect(await read('own.tgz')).toBe('packed');
    expect(JSON.parse(await read('package.json')).devDependencies.chainrule).toBe('file:own.tgz');
  });

  test('is refused where there is no such file', async () => {
    const { refusal } = await released({}, { package: 'none.tgz' });
    expect(refusal).toContain('There is no package none.tgz');
  });
});

test('without solutions nothing can be released', async () => {
  const course = await temporaryFolder();
  const files = Object.entries(toyCourse).filter(([place]) => place.startsWith('exercises/'));
  await writeFiles(course, Object.fromEntries(files));
  await expect(releaseCommand(path.join(course, 'starter'), { course })).rejects.toThrow(
    'no solutions/01-double/solution.ts',
  );
});
