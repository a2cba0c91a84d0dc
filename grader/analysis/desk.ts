import { ModuleKind, ModuleResolutionKind, Project, ScriptTarget } from 'ts-morph';
import type { Facts } from '../contract/facts.ts';
import { type Assignment, readFacts } from './facts.ts';

/**
 * A place to read sources at: the compiler with its libraries, kept warm between
 * submissions. Everything is held in memory; no file of the machine is looked at.
 */
export class Desk {
  readonly #project = new Project({
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

  readonly #known = new Map<string, { readonly state: string; readonly facts: Facts }>();

  /** @param packageTypes declarations of the offered packages, by name */
  constructor(packageTypes: ReadonlyMap<string, string>) {
    for (const [name, text] of packageTypes) {
      this.#project.createSourceFile(`/node_modules/${name}/index.d.ts`, text);
    }
    // What a student may use to look at values; the wall has no other surroundings.
    this.#project.createSourceFile(
      '/console.d.ts',
      'declare const console: { log(...items: unknown[]): void; table(...items: unknown[]): void; error(...items: unknown[]): void; warn(...items: unknown[]): void };',
    );
  }

  /**
   * Facts of every file of one submission, in the order given; `null` where there
   * is no file. A file that stands as it stood before, with all that it may import,
   * is not read again.
   */
  read(assignments: readonly Assignment[]): readonly (Facts | null)[] {
    const sources = assignments.map((assignment) => ({
      assignment,
      stub: this.#place(`/stubs/${assignment.slug}/${assignment.file}`, assignment.stub),
      source: this.#place(
        `/exercises/${assignment.slug}/${assignment.file}`,
        assignment.text ?? assignment.stub,
      ),
    }));
    const texts = new Map(
      sources.map(({ assignment: { slug, file }, source }) => [
        `${slug}/${file}`,
        source.getFullText(),
      ]),
    );
    return sources.map(({ assignment, source, stub }) => {
      if (assignment.text === null) return null;
      const { slug, text, links } = assignment;
      const state = JSON.stringify([text, assignment.stub, links.map((link) => texts.get(link))]);
      const known = this.#known.get(slug);
      if (known?.state === state) return known.facts;
      const facts = readFacts(this.#project, source, stub, assignment);
      this.#known.set(slug, { state, facts });
      return facts;
    });
  }

  #place(path: string, text: string) {
    const present = this.#project.getSourceFile(path);
    if (present === undefined) return this.#project.createSourceFile(path, text);
    if (present.getFullText() !== text) present.replaceWithText(text);
    return present;
  }
}
