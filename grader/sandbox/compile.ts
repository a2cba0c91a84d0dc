import path from 'node:path';
import type { OnResolveArgs, Plugin } from 'esbuild';
import type { ExerciseSlug } from '../contract/identity.ts';
import { backIn } from '../contract/traced.ts';
import { buildAlone } from './esbuild-service.ts';
import { isNestedTooDeeply } from './nesting.ts';

/** An earlier exercise whose module may be imported, by its folder and its file. */
export interface Link {
  readonly slug: ExerciseSlug;
  readonly file: string;
  readonly source: string;
  /** A module for the names that `source` does not export. */
  readonly otherwise: string | null;
}

/** All the text that one exercise is made of inside the wall. */
export interface Unit {
  /** Name of the stub, for messages. */
  readonly file: string;
  /** A student's text, the solution's or a mistake's. */
  readonly module: string;
  readonly probes: string;
  readonly packages: readonly string[];
  readonly links: readonly Link[];
}

/** One script that defines `$bundle` from `$packages`, or why there is none. */
export type Compiled =
  | { readonly state: 'compiled'; readonly code: string }
  | {
      readonly state: 'failed';
      readonly because: 'syntax' | 'import';
      /** Which text it is in: the module, the probes, or a linked exercise. */
      readonly where: string;
      readonly message: string;
      readonly line: number | null;
      readonly column: number | null;
    };

const NAMESPACE = 'chainrule';
const MODULE = 'module';
const PROBES = 'probes';
const ENTRY = 'entry';
const FIXTURES = 'chainrule/fixtures';
/** Ends the name of the module that fills a link's gaps; no import of a stranger's can spell it alone. */
const FILLER = ':otherwise';

/** Compiles an exercise's module with its probes to one script. */
export function compileUnit(unit: Unit): Promise<Compiled> {
  const entry = `import { probes } from '${PROBES}';\nimport * as module from '${MODULE}';\nexport { module, probes };`;
  return compile(entry, unit);
}

/**
 * The same of a text that keeps in a variable at which line it stands. The variable lies
 * around the bundle, so that it can be read whatever becomes of that; what is thrown
 * while it is evaluated is handed on with it.
 */
export async function compileTraced(unit: Unit, variable: string): Promise<Compiled> {
  const compiled = await compileUnit(unit);
  if (compiled.state === 'failed') return compiled;
  const code = [
    `let ${variable} = 0;`,
    `const ${backIn(variable)} = (line, value) => { ${variable} = line; return value; };`,
    `const ${variable}_stood = () => { const line = ${variable}; ${variable} = 0; return line; };`,
    'try {',
    compiled.code,
    `$bundle = { module: $bundle.module, probes: $bundle.probes, stood: ${variable}_stood };`,
    `} catch (${variable}_thrown) {`,
    `$bundle = { thrown: [${variable}_thrown], stood: ${variable}_stood };`,
    '}',
  ];
  return { state: 'compiled', code: code.join('\n') };
}

/** Compiles a file of data (`mistakes.ts`) that imports nothing. */
export function compileData(file: string, source: string): Promise<Compiled> {
  const unit: Unit = { file, module: source, probes: '', packages: [], links: [] };
  return compile(`export * from '${MODULE}';`, unit);
}

/**
 * esbuild sees virtual files alone: no file, tsconfig, package.json or plugin of a
 * submission is ever read, and what a file may import is decided here.
 */
async function compile(entry: string, unit: Unit): Promise<Compiled> {
  if ([unit.module, ...unit.links.map(({ source }) => source)].some(isNestedTooDeeply)) {
    return unreadable('It is nested too deeply to be read.');
  }
  const built = await buildAlone({
    entryPoints: [ENTRY],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: '$bundle',
    platform: 'neutral',
    target: 'es2022',
    supported: { 'dynamic-import': false },
    tsconfigRaw: {},
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
    plugins: [guard(entry, unit)],
  });
  if (built.state === 'built') return { state: 'compiled', code: built.code };
  if (built.state === 'too-large') return unreadable('It grows far too large when it is compiled.');
  if (built.state === 'overwhelmed') return unreadable('It takes too long to be read.');
  const { detail, location, text } = built.message;
  return {
    state: 'failed',
    because: detail === 'import' ? 'import' : 'syntax',
    where: location?.file.replace(`${NAMESPACE}:`, '') ?? MODULE,
    // Students know exercises by their folders, and nothing of how we name them to the compiler.
    message: text.replaceAll(`${NAMESPACE}:`, ''),
    line: location?.line ?? null,
    column: location === null ? null : location.column + 1,
  };
}

function unreadable(message: string): Compiled {
  return { state: 'failed', because: 'syntax', where: MODULE, message, line: null, column: null };
}

/** Resolves every import of the unit among its own texts and offered packages, and nothing else. */
function guard(entry: string, unit: Unit): Plugin {
  const texts = new Map([
    [ENTRY, entry],
    [MODULE, unit.module],
    [PROBES, unit.probes],
    ...unit.links.flatMap(textsOf),
  ]);
  const offered = (name: string): string => `module.exports = $packages[${JSON.stringify(name)}];`;
  return {
    name: 'chainrule-guard',
    setup(esbuild) {
      esbuild.onResolve({ filter: /.*/ }, (wanted) => {
        const target = resolve(wanted, unit);
        if (target !== null) return { path: target, namespace: NAMESPACE };
        return { errors: [{ text: refusal(wanted), detail: 'import' }] };
      });
      esbuild.onLoad({ filter: /.*/, namespace: NAMESPACE }, ({ path: name }) => {
        const text = texts.get(name);
        return text === undefined
          ? { contents: offered(name), loader: 'js' }
          : { contents: text, loader: 'ts' };
      });
    },
  };
}

/** A linked module, and beside it the one that fills its gaps: what a module exports itself goes first. */
function textsOf({ slug, source, otherwise }: Link): readonly (readonly [string, string])[] {
  if (otherwise === null) return [[slug, source]];
  const filler = `${slug}${FILLER}`;
  return [
    [slug, `${source}\nexport * from '${filler}';`],
    [filler, otherwise],
  ];
}

function resolve(wanted: OnResolveArgs, unit: Unit): string | null {
  if (wanted.kind === 'entry-point') return ENTRY;
  if (wanted.kind !== 'import-statement') return null;
  const { path: specifier, importer } = wanted;
  if (importer === ENTRY) return specifier;
  if (unit.links.some(({ slug }) => importer === slug && specifier === `${slug}${FILLER}`)) {
    return specifier;
  }
  if (unit.packages.includes(specifier)) return specifier;
  if (importer === PROBES && specifier === FIXTURES) return FIXTURES;
  if (!specifier.startsWith('./') && !specifier.startsWith('../')) return null;
  const name = path.posix.basename(specifier).replace(/\.(ts|js)$/, '');
  if (importer === PROBES && `${name}.ts` === unit.file) return MODULE;
  const folder = path.posix.basename(path.posix.dirname(specifier));
  const linked = unit.links.find(
    (link) => `${name}.ts` === link.file || (name === 'solution' && folder === link.slug),
  );
  return linked?.slug ?? null;
}

function refusal({ kind, path: specifier }: OnResolveArgs): string {
  return kind === 'import-statement'
    ? `This exercise cannot import "${specifier}".`
    : `Only import statements at the top of the file are understood, not "${kind}" of "${specifier}".`;
}
