import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { OFFERED_PACKAGES } from '../contract/exercise.ts';

const require = createRequire(import.meta.url);

/** Declarations of the packages that exercises may import, by name, for type advice. */
export async function readPackageTypes(): Promise<ReadonlyMap<string, string>> {
  const types = new Map<string, string>();
  for (const name of OFFERED_PACKAGES) {
    const main = require.resolve(name);
    types.set(name, await readFile(path.join(path.dirname(main), 'matrix.d.ts'), 'utf8'));
  }
  return types;
}
