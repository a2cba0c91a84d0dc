import {
  type Diagnostic,
  DiagnosticMessageChain,
  type ExportedDeclarations,
  type FunctionDeclaration,
  Node,
  type Project,
  type SourceFile,
  SyntaxKind,
  ts,
} from 'ts-morph';
import { AMBIENT_NAMES, type Facts } from '../contract/facts.ts';

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
    uses: usesOf(source),
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

/** Where the source reaches for something that is absent behind the wall. */
function usesOf(source: SourceFile): Facts['uses'] {
  const wanted = new Set<string>(AMBIENT_NAMES);
  const uses: { name: (typeof AMBIENT_NAMES)[number]; line: number; column: number }[] = [];
  const add = (name: string, node: Node): void => {
    // The set above holds the names of the union and no others.
    uses.push({
      name: name as (typeof AMBIENT_NAMES)[number],
      ...positionOf(source, node.getStart()),
    });
  };
  source.forEachDescendant((node) => {
    if (isMathRandom(node)) {
      add('Math.random', node);
    } else if (
      node.getKind() === SyntaxKind.ImportKeyword &&
      Node.isCallExpression(node.getParent())
    ) {
      add('import()', node);
    } else if (Node.isIdentifier(node) && wanted.has(node.getText()) && isFreeName(node)) {
      add(node.getText(), node);
    }
  });
  return uses;
}

/** `Math.random`, `Math['random']` or `{ random } = Math`. */
function isMathRandom(node: Node): boolean {
  if (Node.isPropertyAccessExpression(node)) {
    return isMath(node.getExpression()) && node.getName() === 'random';
  }
  if (Node.isElementAccessExpression(node)) {
    const name = node.getArgumentExpression();
    return (
      isMath(node.getExpression()) &&
      Node.isStringLiteral(name) &&
      name.getLiteralValue() === 'random'
    );
  }
  if (!Node.isBindingElement(node)) return false;
  const name = node.getPropertyNameNode() ?? node.getNameNode();
  const declaration = node.getParent().getParent();
  return (
    name.getText() === 'random' &&
    Node.isVariableDeclaration(declaration) &&
    isMath(declaration.getInitializer())
  );
}

function isMath(node: Node | undefined): boolean {
  return Node.isIdentifier(node) && node.getText() === 'Math' && isFreeName(node);
}

/** Whether an identifier is a name that is looked up: no property, no type, and not declared in the file. */
function isFreeName(node: Node): boolean {
  const parent = node.getParent();
  if (Node.isPropertyAccessExpression(parent) && parent.getNameNode() === node) return false;
  if (Node.isPropertyAssignment(parent) && parent.getNameNode() === node) return false;
  if (Node.isBindingElement(parent) && parent.getPropertyNameNode() === node) return false;
  if (Node.isTypeReference(parent)) return false;
  // `{ Date }` declares a property and looks up a value by one and the same name.
  const symbol = Node.isShorthandPropertyAssignment(parent)
    ? parent.getValueSymbol()
    : node.getSymbol();
  const declarations = symbol?.getDeclarations() ?? [];
  return declarations.every((declaration) => declaration.getSourceFile() !== node.getSourceFile());
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
    if (own.getType().isAssignableTo(due.getType())) continue;
    advice.push({
      ...positionOf(source, own.getStart()),
      code: 0,
      message: `"${name}" should have the type of the stub: ${signatureOf(name, due)}.`,
    });
  }
  return advice.sort((a, b) => a.line - b.line || a.column - b.column).slice(0, MOST_ADVICE);
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
