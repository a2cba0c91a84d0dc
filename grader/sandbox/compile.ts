import path from 'node:path';
import { build, type Message, type OnResolveArgs, type Plugin } from 'esbuild';
import type { ExerciseSlug } from '../contract/identity.ts';

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

/** One script that defines `$bundle`, or why there is none. */
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
  const entry = `import * as module from '${MODULE}';\nimport { probes } from '${PROBES}';\nexport { module, probes };`;
  return compile(entry, unit);
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
  try {
    const result = await build({
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
    return { state: 'compiled', code: result.outputFiles[0]?.text ?? '' };
  } catch (error) {
    const message = firstMessage(error);
    if (message === null) throw error;
    return {
      state: 'failed',
      because: message.detail === 'import' ? 'import' : 'syntax',
      where: message.location?.file.replace(`${NAMESPACE}:`, '') ?? MODULE,
      message: message.text,
      line: message.location?.line ?? null,
      column: message.location === null ? null : message.location.column + 1,
    };
  }
}

/** Resolves every import of the unit among its own texts and offered packages, and nothing else. */
function guard(entry: string, unit: Unit): Plugin {
  const texts = new Map([
    [ENTRY, entry],
    [MODULE, unit.module],
    [PROBES, unit.probes],
    ...unit.links.flatMap(textsOf),
  ]);
  const offered = (name: string): string =>
    `module.exports = $wall.packages[${JSON.stringify(name)}];`;
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

function firstMessage(error: unknown): Message | null {
  if (!(error instanceof Error && 'errors' in error)) return null;
  // esbuild documents `errors: Message[]` on a BuildFailure; it exports no class to test for.
  const [message] = error.errors as readonly Message[];
  return message ?? null;
}
