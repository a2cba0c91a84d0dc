import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { Refusal } from '../contract/refusal.ts';

/**
 * Writes a file whole or not at all, with its folder where that is missing.
 *
 * @throws Refusal when the place cannot be written to
 */
export async function writeWhole(file: string, text: string): Promise<void> {
  try {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFileAtomic(file, text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Refusal(
      'cannot-write',
      `${file} cannot be written (${why})`,
      'Choose another place with --out.',
    );
  }
}
