import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { packed } from './archives.ts';
import { KINDS } from './class-of.ts';
import { writeFiles } from './temporary.ts';
import { toyCourse } from './toy-course.ts';

/**
 * Writes a toy course into a folder, and a class of so many beside it, no two alike: what
 * is right, not written, mistaken, wrong by a number of its own, broken or forbidden; what
 * is packed; and what cannot be read at all.
 *
 * @returns how many of them cannot be read
 */
export async function generatedClass(folder: string, size: number): Promise<number> {
  await writeFiles(folder, toyCourse);
  await mkdir(path.join(folder, 'class'));
  const kinds = [...Object.keys(KINDS), 'packed', 'unreadable'];
  let unreadable = 0;
  for (let nth = 0; nth < size; nth += 1) {
    const kind = kinds[nth % kinds.length] ?? 'right';
    const text = KINDS[kind] ?? KINDS.right ?? '';
    // In whatever order they are listed, neighbours are of different kinds.
    const place = path.join(folder, 'class', `${(nth * 7919) % 10_007}-${kind}`);
    const own = `${text.replace('Matrix.mul(Z, 3)', `Matrix.mul(Z, ${nth + 3})`)}\n// ${nth}\n`;
    if (kind in KINDS) {
      await writeFiles(place, { 'double.ts': own });
      continue;
    }
    const archive = packed({ 'work/double.ts': own });
    if (kind === 'unreadable') unreadable += 1;
    await writeFile(`${place}.zip`, kind === 'packed' ? archive : archive.subarray(0, -9));
  }
  return unreadable;
}
