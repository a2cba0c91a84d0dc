import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { makeStub, StubFailure } from '../analysis/stub.ts';
import { Refusal } from '../contract/refusal.ts';
import { readCourse } from '../intake/course.ts';
import { chosenExercises } from './arguments.ts';

/** `chainrule stub`: writes the stubs of a course from its solutions. */
export async function stubCommand(options: {
  readonly course: string;
  readonly only?: readonly string[];
}): Promise<number> {
  const course = await readCourse(options.course);
  const only = chosenExercises(course, options.only);
  const files = new Map(course.exercises.map(({ slug, manifest }) => [slug, manifest.file]));
  for (const { slug, manifest, solution } of course.exercises) {
    if (solution === null || !(only?.has(slug) ?? true)) continue;
    try {
      const place = path.join('exercises', slug, manifest.file);
      await writeFileAtomic(path.join(options.course, place), makeStub(solution.source, files));
      process.stdout.write(`${place}\n`);
    } catch (error) {
      if (!(error instanceof StubFailure)) throw error;
      throw new Refusal(
        'broken-course',
        `solutions/${slug}/solution.ts: ${error.message}`,
        'Mend the solution.',
      );
    }
  }
  return 0;
}
