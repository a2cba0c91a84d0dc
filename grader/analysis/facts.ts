import {
  type Diagnostic,
  DiagnosticMessageChain,
  type ExportedDeclarations,
  type FunctionDeclaration,
  Node,
  type Project,
  type SourceFile,
  SyntaxKind,
  type Type,
  ts,
} from 'ts-morph';
import type { Facts } from '../contract/facts.ts';
import { usesOf } from './uses.ts';

/** What analysis needs to know of one exercise. */
export interface Assignment {
  readonly slug: string;
  readonly file: string;
  /** The student's text; `null` when there is none, and the stub stands in for those who import it. */
  readonly text: string | null;
  /** The stub, whose signatures are the contract. */
  readonly stub: string;
  readonly packages: readonly string[];
  /** Stubs of other exercises that may be imported, as `slug/file`. */
  readonly links: readonly string[];
}

/** More advice than this helps nobody. */
const MOST_ADVICE = 20;

/** Reads a student's source without running it. */
export function readFacts(
  project: Project,
  source: SourceFile,
  stub: SourceFile,
  assignment: Assignment,
): Facts {
  const syntaxErrors = project
    .getProgram()
    .getSyntacticDiagnostics(source)
    .map((diagnostic) => ({ ...placeOf(source, diagnostic), message: wordsOf(diagnostic) }));
  return {
    syntaxErrors,
    exports: exportsOf(source),
    imports: importsOf(source, assignment),
    uses: usesOf(source.compilerNode, project.getTypeChecker().compilerObject),
    // A broken parse makes type errors of its own.
    advice: syntaxErrors.length > 0 ? [] : adviceOn(source, stub),
  };
}

function exportsOf(source: SourceFile): Facts['exports'] {
  const found: { name: string; parameters: number | null; line: number; last: number }[] = [];
  for (const [name, declarations] of source.getExportedDeclarations()) {
    const [declaration] = declarations;
    if (declaration === undefined) continue;
    if (Node.isInterfaceDeclaration(declaration) || Node.isTypeAliasDeclaration(declaration))
      continue;
    found.push({
      name,
      parameters: parametersOf(declaration),
      line: declaration.getStartLineNumber(),
      last: declaration.getEndLineNumber(),
    });
  }
  return found.sort((a, b) => a.line - b.line || (a.name < b.name ? -1 : 1));
}

function parametersOf(declaration: ExportedDeclarations): number | null {
  if (Node.isFunctionDeclaration(declaration)) return declaration.getParameters().length;
  if (!Node.isVariableDeclaration(declaration)) return null;
  const value = declaration.getInitializer();
  return Node.isArrowFunction(value) || Node.isFunctionExpression(value)
    ? value.getParameters().length
    : null;
}

function importsOf(source: SourceFile, { packages, links }: Assignment): Facts['imports'] {
  return source.getStatements().flatMap((statement) => {
    const from = importedBy(statement.compilerNode);
    if (from === null) return [];
    const name = from
      .split('/')
      .at(-1)
      ?.replace(/\.(ts|js)$/, '');
    const linked = links.some((link) => link.split('/').at(-1) === `${name}.ts`);
    const allowed = packages.includes(from) || (from.startsWith('.') && linked);
    return [{ ...positionOf(source, statement.getStart()), from, allowed }];
  });
}

/** What a statement imports from: `import … from`, `export … from` or `import x = require()`. */
function importedBy(statement: ts.Node): string | null {
  // Half a line of source may be an import without a name to import from.
  const named = (specifier: ts.Node | undefined): string | null =>
    specifier !== undefined && ts.isStringLiteral(specifier) ? specifier.text : null;
  if (ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement)) {
    return named(statement.moduleSpecifier);
  }
  if (!ts.isImportEqualsDeclaration(statement)) return null;
  const { moduleReference } = statement;
  return ts.isExternalModuleReference(moduleReference) ? named(moduleReference.expression) : null;
}

/** Type errors of the file, and exports whose type is not the stub's. */
function adviceOn(source: SourceFile, stub: SourceFile): Facts['advice'] {
  const advice = source.getPreEmitDiagnostics().map((diagnostic) => ({
    ...placeOf(source, diagnostic),
    code: diagnostic.getCode(),
    message: wordsOf(diagnostic),
  }));
  const written = source.getExportedDeclarations();
  for (const [name, [due]] of stub.getExportedDeclarations()) {
    const own = written.get(name)?.[0];
    if (own === undefined || due === undefined || !Node.isFunctionDeclaration(due)) continue;
    if (standsFor(own.getType(), due)) continue;
    advice.push({
      ...positionOf(source, own.getStart()),
      code: 0,
      message: `"${name}" should have the type of the stub: ${signatureOf(name, due)}.`,
    });
  }
  return advice.sort((a, b) => a.line - b.line || a.column - b.column).slice(0, MOST_ADVICE);
}

/**
 * Whether something may stand for a function of the stub. One that takes an instance of a class
 * of the stub is given the student's own, which may hold more than was asked for.
 */
function standsFor(own: Type, due: FunctionDeclaration): boolean {
  if (own.isAssignableTo(due.getType())) return true;
  const takesAnInstance = due
    .getParameters()
    .flatMap((parameter) => parameter.getDescendantsOfKind(SyntaxKind.TypeReference))
    .some((type) => due.getSourceFile().getClass(type.getTypeName().getText()) !== undefined);
  return takesAnInstance && due.getType().isAssignableTo(own);
}

/** A function as the stub declares it, without its body. */
function signatureOf(name: string, declaration: FunctionDeclaration): string {
  const parameters = declaration.getParameters().map((parameter) => parameter.getText());
  return `${name}(${parameters.join(', ')}): ${declaration.getReturnTypeNode()?.getText() ?? 'void'}`;
}

function placeOf(source: SourceFile, diagnostic: Diagnostic): { line: number; column: number } {
  return positionOf(source, diagnostic.getStart() ?? 0);
}

function positionOf(source: SourceFile, position: number): { line: number; column: number } {
  return source.getLineAndColumnAtPos(position);
}

function wordsOf(diagnostic: Diagnostic): string {
  const text = diagnostic.getMessageText();
  return text instanceof DiagnosticMessageChain
    ? (ts.flattenDiagnosticMessageText(text.compilerObject, '\n').split('\n')[0] ?? '')
    : text;
}
