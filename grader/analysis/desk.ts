import { ModuleKind, ModuleResolutionKind, Project, ScriptTarget, type SourceFile } from 'ts-morph';
import type { Facts } from '../contract/facts.ts';
import { type Assignment, readFacts } from './facts.ts';

/**
 * A place to read sources at: the compiler with its libraries, kept warm between
 * submissions. Everything is held in memory; no file of the machine is looked at.
 */
export class Desk {
  readonly #packageTypes: ReadonlyMap<string, string>;
  readonly #known = new Map<string, { readonly state: string; readonly facts: Facts }>();
  #project: Project;

  /** @param packageTypes declarations of the offered packages, by name */
  constructor(packageTypes: ReadonlyMap<string, string>) {
    this.#packageTypes = packageTypes;
    this.#project = emptyProject(packageTypes);
  }

  /**
   * Facts of every file of one submission, in the order given; `null` where there
   * is no file. A file that stands as it stood before, with all that it may import,
   * is not read again.
   */
  read(assignments: readonly Assignment[]): readonly (Facts | null)[] {
    return unlessTooDeep(() => this.#read(assignments)) ?? this.#readApart(assignments);
  }

  #read(assignments: readonly Assignment[]): readonly (Facts | null)[] {
    const sources = assignments.map((assignment) => ({
      assignment,
      stub: this.#place(`/stubs/${assignment.slug}/${assignment.file}`, assignment.stub),
      source: this.#place(
        `/exercises/${assignment.slug}/${assignment.file}`,
        assignment.text ?? assignment.stub,
      ),
    }));
    // A file can import earlier exercises alone, so that these texts decide what is read in it.
    const earlier: string[] = [];
    return sources.map(({ assignment, source, stub }) => {
      earlier.push(source.getFullText());
      if (assignment.text === null) return null;
      // Of what stands as it was given, nothing is theirs: it is read beside the other stubs.
      return assignment.text === assignment.stub
        ? this.#facts(stub, stub, assignment, assignment.stub)
        : this.#facts(source, stub, assignment, JSON.stringify([...earlier, assignment.stub]));
    });
  }

  /** @param state all that decides what is read */
  #facts(source: SourceFile, stub: SourceFile, assignment: Assignment, state: string): Facts {
    const path = source.getFilePath();
    const known = this.#known.get(path);
    if (known?.state === state) return known.facts;
    const facts = withoutLostImports(readFacts(this.#project, source, stub, assignment));
    this.#known.set(path, { state, facts });
    return facts;
  }

  /**
   * Every file beside the stubs of the others, at a desk that is laid out anew: one
   * that the compiler cannot follow costs the others nothing.
   */
  #readApart(assignments: readonly Assignment[]): readonly (Facts | null)[] {
    return assignments.map((assignment, at) => {
      if (assignment.text === null) return null;
      this.#project = emptyProject(this.#packageTypes);
      this.#known.clear();
      const alone = assignments.map((other) =>
        other === assignment ? other : { ...other, text: null },
      );
      const facts = unlessTooDeep(() => this.#read(alone));
      if (facts !== null) return facts[at] ?? null;
      this.#project = emptyProject(this.#packageTypes);
      return TOO_DEEP;
    });
  }

  #place(path: string, written: string) {
    const text = asModule(written);
    const present = this.#project.getSourceFile(path);
    if (present?.getFullText() === text) return present;
    if (present !== undefined) this.#project.removeSourceFile(present);
    return this.#project.createSourceFile(path, text);
  }
}

/** A file without imports and exports would share its names with all others: every text is made a module at its end. */
function asModule(text: string): string {
  return `${text}\nexport {};`;
}

/** The compiler's words for an import that leads nowhere. */
const CANNOT_FIND_MODULE = 2307;

/**
 * Facts without advice against imports that are allowed: a student who hands in bare
 * files imports from `./`, where the wall finds the earlier exercise and no folder has it.
 */
function withoutLostImports(facts: Facts): Facts {
  const allowed = facts.imports.filter((each) => each.allowed).map(({ from }) => from);
  const isLost = ({ code, message }: Facts['advice'][number]): boolean =>
    code === CANNOT_FIND_MODULE && allowed.some((from) => message.includes(`'${from}'`));
  return { ...facts, advice: facts.advice.filter((each) => !isLost(each)) };
}

const TOO_DEEP: Facts = {
  syntaxErrors: [{ line: 1, column: 1, message: 'This is nested too deeply to be read.' }],
  exports: [],
  imports: [],
  uses: [],
  advice: [],
};

/** What some work gives, or `null` when a source is nested deeper than the compiler's stack. */
function unlessTooDeep<T>(work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function emptyProject(packageTypes: ReadonlyMap<string, string>): Project {
  const project = new Project({
    useInMemoryFileSystem: true,
    compilerOptions: {
      target: ScriptTarget.ES2022,
      lib: ['lib.es2022.d.ts'],
      module: ModuleKind.ESNext,
      moduleResolution: ModuleResolutionKind.Bundler,
      allowImportingTsExtensions: true,
      noEmit: true,
      strict: true,
      skipLibCheck: true,
      types: [],
    },
  });
  for (const [name, text] of packageTypes) {
    project.createSourceFile(`/node_modules/${name}/index.d.ts`, text);
  }
  // What a student may use to look at values; the wall has no other surroundings.
  const methods = CONSOLE.map((name) => `${name}(...items: unknown[]): void;`);
  project.createSourceFile('/console.d.ts', `declare const console: { ${methods.join(' ')} };`);
  return project;
}

/** What the console behind the wall offers; a test holds the two to each other. */
const CONSOLE: readonly string[] = [
  'log',
  'info',
  'warn',
  'error',
  'debug',
  'table',
  'trace',
  'dir',
  'dirxml',
  'group',
  'groupCollapsed',
  'groupEnd',
  'assert',
  'count',
  'countReset',
  'time',
  'timeEnd',
  'timeLog',
  'clear',
];
