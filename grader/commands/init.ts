import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { Refusal } from '../contract/refusal.ts';
import { courseFiles } from '../starter/course.ts';
import { graderPackage } from './own-package.ts';
import { writeWhole } from './write.ts';

/** `chainrule init`: begins a course of one's own in an empty folder. */
export async function initCommand(
  folder: string,
  options: { readonly title?: string; readonly package?: string },
): Promise<number> {
  const there = await readdir(folder).catch(() => []);
  const others = there.filter((name) => name !== '.git');
  if (others.length > 0) {
    throw new Refusal(
      'would-overwrite',
      `${folder} is not empty: ${others[0]} is in it`,
      'Give an empty folder, or a new one. For a further exercise: chainrule new.',
    );
  }
  const grader = await graderPackage(options.package);
  const name = options.title ?? path.basename(path.resolve(folder));
  const files = { ...courseFiles(name, grader.spec), ...grader.files };
  await writeWhole(
    Object.fromEntries(
      Object.entries(files).map(([place, content]) => [path.join(folder, place), content]),
    ),
    'Choose another folder.',
  );
  process.stdout.write(
    `${folder}: a course without exercises. Go on there: npm install && npx chainrule new 01-first-idea\n`,
  );
  return 0;
}
