import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { temporaryFolder, writeFiles } from './temporary.ts';
import { buildingOn, toyCourse } from './toy-course.ts';

/** A right solution of the first toy exercise, and two with one mistake each. */
export const RIGHT = `import { Matrix } from 'ml-matrix';
export const double = (Z: Matrix): Matrix => Matrix.mul(Z, 2);
export const half = (z: number): number => z / 2;
`;
export const IN_PLACE = RIGHT.replace('Matrix.mul(Z, 2)', 'Z.mul(2)');
export const THIRD = RIGHT.replace('z / 2', 'z / 3');
export const LATER = `import type { Matrix } from 'ml-matrix';
import { double } from '../01-double/double.ts';
export const quadruple = (Z: Matrix): Matrix => double(double(Z));
export const negate = (z: number): number => -z;
`;
export const FIRST = 'ada/exercises/01-double/double.ts';
export const SECOND = 'ada/exercises/02-quadruple/quadruple.ts';

/** A course, and beside it the work of a student: one mistake in the first of two exercises. */
export async function workplace(files: Readonly<Record<string, string>> = {}) {
  const folder = await temporaryFolder();
  await writeFiles(folder, { ...toyCourse, ...buildingOn });
  await writeFiles(folder, { [FIRST]: THIRD, [SECOND]: LATER, ...files });
  return {
    folder,
    save: (file: string, text: string) => writeFile(path.join(folder, file), text),
    at: (file: string) => path.join(folder, file),
    words: [
      'watch',
      path.join(folder, 'ada'),
      ...['--course', folder, '--out', path.join(folder, 'out')],
    ],
  };
}
