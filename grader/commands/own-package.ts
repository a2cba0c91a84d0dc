import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { create } from 'tar';
import { GRADER_VERSION } from '../contract/identity.ts';
import { Refusal } from '../contract/refusal.ts';

/** Name of the package of this program: that which `npm pack` gives it. */
const OWN_PACKAGE = `chainrule-${GRADER_VERSION}.tgz`;

/** Packages that the compiled program imports while it runs; all others are compiled into it. */
const IMPORTED = ['esbuild', 'ml-matrix', 'tinypool', 'ts-morph'];

/** Fields of package.json that somebody who installs the program has a use for. */
const FIELDS = [
  'name',
  'version',
  'description',
  'license',
  'type',
  'engines',
  'bin',
  'exports',
  'peerDependencies',
  'peerDependenciesMeta',
];

/**
 * This program as a package that npm installs: what is compiled, and nothing of a
 * course. Students wait for fewer packages than authors, because most are compiled in.
 * Same program, same bytes.
 */
export async function packOwnPackage(): Promise<Buffer> {
  const root = path.dirname(createRequire(import.meta.url).resolve('chainrule/package.json'));
  const staging = await mkdtemp(path.join(os.tmpdir(), 'chainrule-package-'));
  try {
    const home = path.join(staging, 'package');
    for (const name of ['CHANGELOG.md', 'LICENSE', 'README.md']) {
      await cp(path.join(root, name), path.join(home, name));
    }
    await cp(path.join(root, 'dist'), path.join(home, 'dist'), {
      recursive: true,
      filter: (file) => !path.basename(file).startsWith('bench'),
    });
    const manifest = slimmed(await readFile(path.join(root, 'package.json'), 'utf8'));
    await writeFile(path.join(home, 'package.json'), manifest);
    return await packed(staging);
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

/**
 * This program, as package.json is to name it, and the file that goes with it.
 *
 * @param wanted a version, an address or a packed file; a copy of this program where there is none
 * @throws Refusal where the packed file is not there
 */
export async function graderPackage(
  wanted: string | undefined,
): Promise<{ readonly spec: string; readonly files: Readonly<Record<string, Buffer>> }> {
  if (wanted === undefined) {
    return { spec: `file:${OWN_PACKAGE}`, files: { [OWN_PACKAGE]: await packOwnPackage() } };
  }
  if (!wanted.endsWith('.tgz') || /^[a-z][a-z+]+:/.test(wanted)) return { spec: wanted, files: {} };
  const name = path.basename(wanted);
  const content = await readFile(wanted).catch(() => null);
  if (content !== null) return { spec: `file:${name}`, files: { [name]: content } };
  throw new Refusal(
    'bad-argument',
    `There is no package ${wanted}`,
    'Leave --package out, or give a version, an address or the file that "npm pack" wrote.',
  );
}

function slimmed(text: string): string {
  // Our own package.json, which a test holds to this.
  const whole = JSON.parse(text) as Readonly<Record<string, unknown>> & {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  const fields = Object.entries(whole).filter(([name]) => FIELDS.includes(name));
  const dependencies = Object.entries(whole.dependencies).filter(([name]) =>
    IMPORTED.includes(name),
  );
  const slim = {
    ...Object.fromEntries(fields),
    private: true,
    dependencies: Object.fromEntries(dependencies),
  };
  return `${JSON.stringify(slim, null, 2)}\n`;
}

/** All files below a folder in one archive that tells neither the clock nor who made it. */
async function packed(folder: string): Promise<Buffer> {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
  const settings = { cwd: folder, gzip: { level: 9 }, portable: true, mtime: new Date(0) };
  const chunks: Buffer[] = [];
  for await (const chunk of create(settings, files)) chunks.push(chunk);
  return Buffer.concat(chunks);
}
