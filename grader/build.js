import { readdirSync } from 'node:fs';
import { chmod, copyFile, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import ts from 'typescript';
import { templates } from './precompile.js';

// Compiles the grader to dist/: the program with its lazily loaded parts, the
// analysis worker, and the two scripts of the wall. Small dependencies are bundled,
// because loading hundreds of files is what a short command spends its time on.

const dist = 'dist';

const common = { bundle: true, target: 'node20', logLevel: 'warning', legalComments: 'none' };

/** `import.meta.glob` is Vite's: written out, it is one lazy import for each file but the tests. */
const globs = {
  name: 'globs',
  setup(esbuild) {
    esbuild.onLoad({ filter: /load\.ts$/ }, async ({ path: file }) => {
      const text = await readFile(file, 'utf8');
      const contents = text.replace(
        /import\.meta\.glob<[^(]*>\(\[\s*'([^']*)\/\*\.ts',\s*'!\*\*\/\*\.test\.ts',?\s*\]\)/g,
        (_, folder) => {
          const files = readdirSync(path.join(path.dirname(file), folder))
            .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
            .sort()
            .map((name) => `'${folder}/${name}'`);
          return `{${files.map((name) => `${name}: () => import(${name})`).join(', ')}}`;
        },
      );
      return { contents, loader: 'ts' };
    });
  },
};

/** Templates are imported as text, in the way that Vite writes it. */
const asText = {
  name: 'as-text',
  setup(esbuild) {
    esbuild.onResolve({ filter: /\?raw$/ }, ({ path: file, resolveDir }) => ({
      path: path.join(resolveDir, file.replace(/\?raw$/, '')),
      namespace: 'text',
    }));
    esbuild.onLoad({ filter: /.*/, namespace: 'text' }, async ({ path: file }) => ({
      contents: await readFile(file, 'utf8'),
      loader: 'text',
    }));
  },
};

/**
 * The compiler is asked for in the way of its own kind of module: an import has Node read
 * all of its nine megabytes once more, only to find the names in it.
 */
const compiler = {
  name: 'compiler',
  setup(esbuild) {
    esbuild.onResolve({ filter: /^ts-morph$/ }, ({ path: name, kind }) =>
      kind === 'require-call'
        ? { path: name, external: true }
        : { path: name, namespace: 'required' },
    );
    esbuild.onLoad({ filter: /.*/, namespace: 'required' }, ({ path: name }) => ({
      contents: `module.exports = require('${name}');`,
    }));
  },
};

await rm(dist, { recursive: true, force: true });
await Promise.all([
  build({
    ...common,
    entryPoints: [
      { in: 'grader/cli.ts', out: 'cli' },
      { in: 'grader/analysis/worker.ts', out: 'analysis/worker' },
      { in: 'grader/commands/batch/worker.ts', out: 'batch-worker' },
      { in: 'grader/commands/verify/worker.ts', out: 'verify-worker' },
      { in: 'grader/vitest.ts', out: 'vitest' },
      { in: 'grader/sandbox/inside/fixtures.ts', out: 'fixtures' },
      { in: 'grader/bench/bench.ts', out: 'bench' },
      { in: 'grader/bench/class.ts', out: 'bench-class' },
      { in: 'grader/bench/wall.ts', out: 'bench-wall' },
      { in: 'grader/bench/plain.ts', out: 'bench-plain' },
      { in: 'grader/bench/page.ts', out: 'bench-page' },
    ],
    outdir: dist,
    platform: 'node',
    format: 'esm',
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    // A student's program and what is called with it share one ml-matrix and one vitest.
    external: ['esbuild', 'ml-matrix', 'tinypool', 'vitest'],
    plugins: [globs, asText, templates, compiler],
    // Bundled CommonJS packages require Node's own modules.
    banner: {
      js: "import { createRequire as $createRequire } from 'node:module'; const require = $createRequire(import.meta.url);",
    },
  }),
  build({
    ...common,
    entryPoints: ['grader/sandbox/child.ts'],
    outfile: `${dist}/sandbox/child.cjs`,
    platform: 'node',
    format: 'cjs',
  }),
  build({
    ...common,
    entryPoints: ['grader/sandbox/inside/wall.ts'],
    outfile: `${dist}/sandbox/inside.js`,
    platform: 'browser',
    format: 'iife',
    globalName: '$wall',
    // It is parsed once for every submission.
    minifyWhitespace: true,
    minifySyntax: true,
  }),
]);
await declare([
  'contract/author',
  'contract/modules',
  'contract/probe',
  'sandbox/inside/fixtures',
  'vitest',
]);
await copyFile('grader/contract/exercise.schema.json', `${dist}/exercise.schema.json`);
await copyFile('grader/sandbox/esbuild.sh', `${dist}/sandbox/esbuild.sh`);
for (const program of ['cli.js', 'sandbox/esbuild.sh']) await chmod(`${dist}/${program}`, 0o755);
await offerCommand();

/** Types of what courses and tests import, each from its own text: nothing is checked here. */
async function declare(names) {
  for (const name of names) {
    const fileName = `grader/${name}.ts`;
    const { outputText, diagnostics } = ts.transpileDeclaration(await readFile(fileName, 'utf8'), {
      fileName,
      compilerOptions: { target: ts.ScriptTarget.ES2023 },
    });
    const [first] = diagnostics ?? [];
    if (first !== undefined) {
      throw new Error(`${fileName}: ${ts.flattenDiagnosticMessageText(first.messageText, ' ')}`);
    }
    const file = path.join(dist, 'types', `${name}.d.ts`);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, outputText);
  }
}

/** Lets `npx chainrule` find the program in this repository itself, where nothing installs it. */
async function offerCommand() {
  const bin = path.join('node_modules', '.bin');
  await mkdir(bin, { recursive: true });
  if (process.platform === 'win32') {
    const line = '@node "%~dp0\\..\\..\\dist\\cli.js" %*\r\n';
    await writeFile(path.join(bin, 'chainrule.cmd'), line);
    return;
  }
  const link = path.join(bin, 'chainrule');
  await rm(link, { force: true });
  await symlink(path.join('..', '..', dist, 'cli.js'), link);
}
