import { type MethodDeclaration, Node, Project, type SourceFile, SyntaxKind } from 'ts-morph';
import type { ExerciseSlug } from '../contract/identity.ts';
import { NOT_WRITTEN } from '../contract/stub.ts';

const BEGIN = '// #region solution';
const END = '// #endregion';

/** A solution from which no stub can be made; the message says what and where. */
export class StubFailure extends Error {}

/**
 * The stub that students receive: the solution without its marked regions. In a
 * function a region leaves an error that says what is not written yet; outside
 * of functions it leaves nothing.
 *
 * @param files stub of every exercise by its folder, for imports of earlier exercises
 * @throws StubFailure when a region does not end or an import names no exercise
 */
export function makeStub(solution: string, files: ReadonlyMap<ExerciseSlug, string>): string {
  const project = new Project({ useInMemoryFileSystem: true });
  const source = project.createSourceFile('solution.ts', solution);
  const regions = regionsOf(solution);
  for (const { start, end } of [...regions].reverse()) {
    const name = functionAround(source, start);
    const indent = solution.slice(solution.lastIndexOf('\n', start) + 1, start);
    const left =
      name === null ? '' : `// Your code here.\n${indent}throw new Error('${NOT_WRITTEN}${name}');`;
    source.replaceText([start, end], left);
  }
  redirectImports(source, files);
  return `${source
    .getFullText()
    .replace(/\n{3,}/g, '\n\n')
    .trimEnd()}\n`;
}

/** A solution as a student would hand it in: marks removed, imports as in the stub. */
export function asHandedIn(solution: string, files: ReadonlyMap<ExerciseSlug, string>): string {
  const project = new Project({ useInMemoryFileSystem: true });
  const source = project.createSourceFile('solution.ts', solution);
  redirectImports(source, files);
  const lines = source.getFullText().split('\n');
  return lines.filter((line) => ![BEGIN, END].includes(line.trim())).join('\n');
}

/** From the first character of the one mark to the last of the other. */
interface Region {
  readonly start: number;
  readonly end: number;
}

/** What the stub hides of a solution: all that students are to write themselves. */
export function hiddenParts(solution: string): readonly string[] {
  return regionsOf(solution).map(({ start, end }) =>
    solution.slice(start + BEGIN.length, end - END.length),
  );
}

/**
 * Where the marked regions stand, marks included.
 *
 * @throws StubFailure when a region does not end
 */
export function regionsOf(text: string): readonly Region[] {
  const regions: Region[] = [];
  for (let start = text.indexOf(BEGIN); start >= 0; start = text.indexOf(BEGIN, start + 1)) {
    const end = text.indexOf(END, start);
    if (end < 0) {
      const line = text.slice(0, start).split('\n').length;
      throw new StubFailure(`line ${line}: "${BEGIN}" has no "${END}"`);
    }
    regions.push({ start, end: end + END.length });
  }
  return regions;
}

/** Name of the function that a position lies in, of a method with its class, or `null` outside of functions. */
function functionAround(source: SourceFile, position: number): string | null {
  const names = source
    .getDescendantsOfKind(SyntaxKind.Block)
    .filter((block) => block.getStart() < position && position < block.getEnd())
    .map((block) => nameOf(block.getParent()));
  return names.find((name) => name !== null) ?? null;
}

function nameOf(around: Node | undefined): string | null {
  if (Node.isFunctionDeclaration(around)) return around.getName() ?? null;
  if (Node.isMethodDeclaration(around)) return methodName(around);
  if (!Node.isArrowFunction(around) && !Node.isFunctionExpression(around)) return null;
  const holder = around.getParent();
  return Node.isVariableDeclaration(holder) ? holder.getName() : null;
}

/** Methods of two classes may share a name: the class tells students which is meant. */
function methodName(method: MethodDeclaration): string {
  const holder = method.getParent();
  const name = Node.isClassDeclaration(holder) ? holder.getName() : undefined;
  return name === undefined ? method.getName() : `${name}.${method.getName()}`;
}

/**
 * `../01-forward-pass/solution.ts` becomes the file that students have of that exercise,
 * from `alternatives/` too, which lies one folder deeper.
 */
function redirectImports(source: SourceFile, files: ReadonlyMap<ExerciseSlug, string>): void {
  for (const declaration of [
    ...source.getImportDeclarations(),
    ...source.getExportDeclarations(),
  ]) {
    const [, slug] =
      /^(?:\.\.\/){1,2}([^./][^/]*)\/solution\.ts$/.exec(
        declaration.getModuleSpecifierValue() ?? '',
      ) ?? [];
    if (slug === undefined) continue;
    const file = [...files].find(([other]) => other === slug)?.[1];
    if (file === undefined) throw new StubFailure(`it imports from ${slug}, which is no exercise`);
    declaration.setModuleSpecifier(`../${slug}/${file}`);
  }
}
