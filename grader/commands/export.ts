import { type Zippable, zipSync } from 'fflate';
import { Refusal } from '../contract/refusal.ts';
import { readCourse } from '../intake/course.ts';
import { readExerciseFiles } from '../intake/exercise-files.ts';
import runAutograder from '../starter/gradescope/run_autograder?raw';
import setup from '../starter/gradescope/setup.sh?raw';
import { json } from '../starter/texts.ts';
import { chosenSeed } from './arguments.ts';
import { exercisesToRelease, keyOf } from './course-parts.ts';
import { packOwnPackage } from './own-package.ts';
import { stubsOf } from './stub.ts';
import { writeWhole } from './write.ts';

/** The first moment that a zip archive can tell: the clock has no part in it. */
const NO_TIME = new Date(1980, 0, 1);

/** Permissions as Unix has them, in the upper half of an entry's attributes. */
const attributes = (mode: number): number => mode * 0x1_0000;

/**
 * `chainrule export gradescope`: an autograder to upload, with the numbers of a secret
 * seed and no solution.
 *
 * @throws Refusal where no seed is given, or the platform is another one
 */
export async function exportCommand(
  platform: string,
  options: {
    readonly course: string;
    readonly seed?: string;
    readonly only?: readonly string[];
    readonly out: string;
  },
): Promise<number> {
  if (platform !== 'gradescope') {
    throw new Refusal(
      'bad-argument',
      `Nothing can be exported for "${platform}"`,
      'Give gradescope.',
    );
  }
  const seed = chosenSeed(options.seed, true);
  const whole = await readCourse(options.course);
  const course = { ...whole, exercises: exercisesToRelease(whole, options.only) };
  const [key, own, ...given] = await Promise.all([
    keyOf(course, seed, true),
    packOwnPackage(),
    ...course.exercises.map((exercise) => readExerciseFiles(options.course, exercise)),
  ]);
  const stubs = [...stubsOf(whole, new Set(course.exercises.map(({ slug }) => slug)))];
  const files: Readonly<Record<string, string | Buffer>> = {
    'setup.sh': setup,
    run_autograder: runAutograder,
    'chainrule.tgz': own,
    'key.json': JSON.stringify(key),
    'course/package.json': json({ private: true, chainrule: { course: course.id } }),
    ...below('course', Object.assign({}, ...given)),
    ...below('course', Object.fromEntries(stubs)),
  };
  await writeWhole({ [options.out]: zipped(files) });
  process.stdout.write(
    `${options.out}: an autograder for ${course.exercises.map(({ slug }) => slug).join(', ')}.\n` +
      'Upload it on Gradescope under "Configure Autograder". It holds the numbers of your seed: keep it to yourself.\n',
  );
  return 0;
}

function below(
  folder: string,
  files: Readonly<Record<string, string | Buffer>>,
): Readonly<Record<string, string | Buffer>> {
  return Object.fromEntries(
    Object.entries(files).map(([place, content]) => [`${folder}/${place}`, content]),
  );
}

function zipped(files: Readonly<Record<string, string | Buffer>>): Buffer {
  const entries: Zippable = {};
  for (const [place, content] of Object.entries(files).sort()) {
    const runs = ['setup.sh', 'run_autograder'].includes(place);
    entries[place] = [
      Buffer.from(content),
      { os: 3, attrs: attributes(runs ? 0o100755 : 0o100644), mtime: NO_TIME },
    ];
  }
  return Buffer.from(zipSync(entries, { level: 9 }));
}
