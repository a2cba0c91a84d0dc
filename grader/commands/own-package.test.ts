import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { extract } from 'tar';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import ownPackage from '../../package.json' with { type: 'json' };
import { packOwnPackage } from './own-package.ts';

let folder: string;
let files: readonly string[];
let manifest: typeof ownPackage;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'chainrule-test-'));
  await writeFile(path.join(folder, 'own.tgz'), await packOwnPackage());
  await extract({ file: path.join(folder, 'own.tgz'), cwd: folder });
  const home = path.join(folder, 'package');
  files = (await readdir(home, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(home, path.join(entry.parentPath, entry.name)));
  manifest = JSON.parse(await readFile(path.join(home, 'package.json'), 'utf8'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

test('the same program makes the same bytes', async () => {
  const [one, other] = [await packOwnPackage(), await packOwnPackage()];
  expect(one.equals(other)).toBe(true);
});

test('nothing of a course is in the package', () => {
  const outside = files.filter((file) => !file.startsWith(`dist${path.sep}`)).sort();
  expect(outside).toEqual(['CHANGELOG.md', 'LICENSE', 'README.md', 'package.json']);
});

test('whatever the program imports while it runs is a dependency of the package', async () => {
  const known = new Set([...Object.keys(manifest.dependencies), 'vitest', 'chainrule']);
  const imported = new Set<string>();
  for (const file of files.filter((each) => each.endsWith('.js'))) {
    if (file.endsWith('inside.js')) continue;
    const text = await readFile(path.join(folder, 'package', file), 'utf8');
    for (const [, name = ''] of text.matchAll(
      /^(?:import|export)\b[^'"\n]*?from ["']([@\w][^'"]*)["']/gm,
    )) {
      if (!isBuiltin(name)) imported.add(name);
    }
  }
  // Texts of courses name our own parts.
  const packages = [...imported].map((name) => name.replace(/^chainrule\/.*/, 'chainrule'));
  expect(packages.filter((name) => !known.has(name))).toEqual([]);
});

describe('whoever installs the package', () => {
  test('finds everything that it exports', () => {
    const places = Object.values(manifest.exports).flatMap((each) =>
      typeof each === 'string'
        ? [each]
        : Object.entries(each).flatMap(([condition, place]) =>
            condition === 'chainrule-source' ? [] : [place],
          ),
    );
    expect(places.filter((place) => !files.includes(path.normalize(place)))).toEqual([]);
  });

  test('runs no script of ours', () => {
    expect(manifest.scripts).toBeUndefined();
  });
});

test('the project itself publishes no more than that', () => {
  expect(ownPackage.files.filter((each) => !each.startsWith('!'))).toEqual([
    'dist',
    'CHANGELOG.md',
  ]);
});
