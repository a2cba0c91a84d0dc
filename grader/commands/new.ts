import { stat } from 'node:fs/promises';
import path from 'node:path';
import { makeStub } from '../analysis/stub.ts';
import type { Course } from '../contract/course.ts';
import { type ExerciseSlug, isExerciseSlug } from '../contract/identity.ts';
import { Refusal } from '../contract/refusal.ts';
import { readCourse } from '../intake/course.ts';
import { namesFor, scaffold } from '../starter/scaffold.ts';
import { writeWhole } from './write.ts';

/** Where the fields of a manifest are described, as seen from an exercise. */
const SCHEMAS = [
  'grader/contract/exercise.schema.json',
  'node_modules/chainrule/dist/exercise.schema.json',
] as const;

/** `chainrule new`: writes the two folders of a new exercise, to be filled in by its author. */
export async function newCommand(
  slug: string,
  { course: folder }: { readonly course: string },
): Promise<number> {
  if (!isExerciseSlug(slug)) {
    throw new Refusal(
      'bad-argument',
      `"${slug}" cannot be the folder of an exercise`,
      'Give two digits and words in small letters, for example 07-momentum.',
    );
  }
  await refuseClash(folder, slug);
  const texts = scaffold(slug, `../../${await schemaOf(folder)}`);
  const solution = texts[`solutions/${slug}/solution.ts`] ?? '';
  const stub = `exercises/${slug}/${namesFor(slug).file}`;
  const all = { ...texts, [stub]: makeStub(solution, new Map()) };
  await writeWhole(
    Object.fromEntries(
      Object.entries(all).map(([place, text]) => [path.join(folder, place), text]),
    ),
    'Allow writing there, or copy the course.',
  );
  const number = slug.slice(0, 2);
  process.stdout.write(
    [
      ...Object.keys(all).sort(),
      '',
      `Write the reference in solutions/${slug}/solution.ts, then:`,
      `  chainrule stub --only ${number}      after a change of what students see of it`,
      `  chainrule verify --only ${number}    proves the exercise`,
      '',
    ].join('\n'),
  );
  return 0;
}

/** @throws Refusal where another exercise has the number, or files would be replaced */
async function refuseClash(folder: string, slug: ExerciseSlug): Promise<void> {
  for (const room of ['exercises', 'solutions']) {
    if (await isThere(path.join(folder, room, slug))) {
      throw new Refusal(
        'would-overwrite',
        `${room}/${slug} is there already`,
        'Choose another name, or take it away first.',
      );
    }
  }
  const exercises = await exercisesOf(folder);
  const same = exercises.find((other) => other.slug.slice(0, 2) === slug.slice(0, 2));
  if (same !== undefined) {
    throw new Refusal(
      'bad-argument',
      `${same.slug} has the number ${slug.slice(0, 2)} already`,
      'Choose a number that is free: exercises come in the order of their numbers.',
    );
  }
  const { file } = namesFor(slug);
  if (file === 'probes.ts') {
    throw new Refusal(
      'bad-argument',
      `${slug} would have its stub in probes.ts, where its probes are`,
      'Choose another name.',
    );
  }
  const twin = exercises.find(({ manifest }) => manifest.file === file);
  if (twin === undefined) return;
  throw new Refusal(
    'bad-argument',
    `${twin.slug} has a file ${file} already`,
    'Choose another name: no two exercises have files of one name.',
  );
}

async function exercisesOf(folder: string): Promise<Course['exercises']> {
  try {
    return (await readCourse(folder)).exercises;
  } catch (error) {
    // The first exercise of a course is made where there is none.
    if (error instanceof Refusal && error.code === 'no-course') return [];
    throw error;
  }
}

async function schemaOf(folder: string): Promise<string> {
  for (const place of SCHEMAS) if (await isThere(path.join(folder, place))) return place;
  return SCHEMAS[1];
}

async function isThere(place: string): Promise<boolean> {
  return stat(place).then(
    () => true,
    () => false,
  );
}
