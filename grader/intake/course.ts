import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Course, CourseExercise, Solution } from '../contract/course.ts';
import { EquivalentsSchema } from '../contract/equivalents.ts';
import { DEFAULT_LIMITS, ExerciseSchema } from '../contract/exercise.ts';
import { type ExerciseSlug, isExerciseSlug } from '../contract/identity.ts';
import { Refusal } from '../contract/refusal.ts';
import { parsed } from '../contract/validator.ts';
import { allOf } from './all-of.ts';
import { isAbsent, unreadable } from './read-text.ts';

/**
 * Reads a course: every folder `exercises/NN-slug` that has an `exercise.json`,
 * with its solution where the course carries one. There is no list to keep: the
 * directory is the list.
 *
 * @throws Refusal when there is no course there, or a manifest does not hold together
 */
export async function readCourse(folder: string): Promise<Course> {
  const slugs = (await namesIn(path.join(folder, 'exercises'))).filter(isExerciseSlug).sort();
  const read = await allOf(slugs, (slug) => readExercise(folder, slug));
  const exercises = read.filter((exercise) => exercise !== null);
  if (exercises.length === 0) {
    throw new Refusal(
      'no-course',
      `${folder} is not a course: it has no exercises/NN-slug/exercise.json`,
      'Give the folder of the course with --course.',
    );
  }
  refuseContradictions(exercises);
  return { id: await courseName(folder), exercises };
}

async function readExercise(folder: string, slug: ExerciseSlug): Promise<CourseExercise | null> {
  const home = path.join(folder, 'exercises', slug);
  const manifestText = await textOrNull(path.join(home, 'exercise.json'));
  if (manifestText === null) return null;
  const manifest = parsed(ExerciseSchema, manifestText, {
    code: 'broken-manifest',
    what: `exercises/${slug}/exercise.json`,
    remedy: 'Mend the manifest; an editor completes its fields from "$schema".',
  });
  const probes = await neededText(home, slug, 'probes.ts');
  const solution = await readSolution(folder, slug);
  // An author's new exercise has no stub yet: it is made from the solution.
  const stub =
    solution === null
      ? await neededText(home, slug, manifest.file)
      : ((await textOrNull(path.join(home, manifest.file))) ?? '');
  return {
    slug,
    manifest,
    limits: { ...DEFAULT_LIMITS, ...manifest.limits },
    stub,
    probes,
    solution,
    digest: createHash('sha256').update(manifestText).update('\0').update(probes).digest('hex'),
  };
}

async function readSolution(folder: string, slug: ExerciseSlug): Promise<Solution | null> {
  const home = path.join(folder, 'solutions', slug);
  const source = await textOrNull(path.join(home, 'solution.ts'));
  if (source === null) return null;
  const mistakes =
    (await textOrNull(path.join(home, 'mistakes.ts'))) ?? 'export const mistakes = [];';
  const equivalents = parsed(
    EquivalentsSchema,
    (await textOrNull(path.join(home, 'equivalents.json'))) ?? '[]',
    {
      code: 'broken-course',
      what: `solutions/${slug}/equivalents.json`,
      remedy: 'Give a list of { from, to, reason }.',
    },
  );
  return { source, mistakes, equivalents };
}

/** What matters of a course's package.json. */
interface PackageFile {
  readonly name?: unknown;
  readonly chainrule?: { readonly course?: unknown };
}

/** Refuses what no schema can see because it holds between manifests. */
function refuseContradictions(exercises: readonly CourseExercise[]): void {
  const files = new Map<string, ExerciseSlug>();
  const earlier = new Set<ExerciseSlug>();
  for (const { slug, manifest } of exercises) {
    const refuse = (message: string): never => {
      throw new Refusal(
        'broken-manifest',
        `exercises/${slug}/exercise.json: ${message}`,
        'Mend the manifest.',
      );
    };
    const other = files.get(manifest.file);
    if (other !== undefined) refuse(`"file" is ${manifest.file}, which ${other} has already`);
    if (manifest.file === 'probes.ts') refuse('"file" is probes.ts, which is the author\'s own');
    const ids = manifest.checks.map((check) => check.id);
    const twice = ids.find((id, index) => ids.indexOf(id) !== index);
    if (twice !== undefined) refuse(`two checks have the id "${twice}"`);
    for (const needed of manifest.buildsOn) {
      if (!earlier.has(needed)) refuse(`"buildsOn" names ${needed}, which is no earlier exercise`);
    }
    for (const check of manifest.checks) {
      const missing = check.buildsOn?.find((needed) => !manifest.buildsOn.includes(needed));
      if (missing !== undefined) {
        refuse(`check "${check.id}" builds on ${missing}, which "buildsOn" of the exercise lacks`);
      }
    }
    files.set(manifest.file, slug);
    earlier.add(slug);
  }
}

/**
 * A course is called as its package is, unless `chainrule.course` in package.json says
 * otherwise; a bare folder of exercises is just "course".
 */
async function courseName(folder: string): Promise<string> {
  const text = await textOrNull(path.join(folder, 'package.json'));
  if (text === null) return 'course';
  try {
    const { name, chainrule } = JSON.parse(text) as PackageFile;
    const isName = (each: unknown): each is string => typeof each === 'string' && each !== '';
    return [chainrule?.course, name].find(isName) ?? 'course';
  } catch {
    return 'course';
  }
}

async function neededText(home: string, slug: ExerciseSlug, name: string): Promise<string> {
  const text = await textOrNull(path.join(home, name));
  if (text !== null) return text;
  throw new Refusal(
    'broken-course',
    `exercises/${slug} has no ${name}`,
    'Every exercise has exercise.json, its stub and probes.ts.',
  );
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isAbsent(error)) return [];
    throw unreadable(error, folder);
  }
}

/** Text with the ends of lines that the author's edits and all digests are made of. */
async function textOrNull(file: string): Promise<string | null> {
  try {
    return (await readFile(file, 'utf8')).replace(/^\ufeff/, '').replace(/\r\n/g, '\n');
  } catch (error) {
    if (isAbsent(error)) return null;
    throw unreadable(error, file);
  }
}
