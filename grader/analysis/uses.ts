import { ts } from 'ts-morph';
import { AMBIENT_NAMES, type Facts } from '../contract/facts.ts';

type Use = Facts['uses'][number];

const AMBIENT: ReadonlySet<string> = new Set(AMBIENT_NAMES);

/**
 * Where a source reaches for something that is absent behind the wall. Every node of it
 * is looked at, so that these are the compiler's own and none is wrapped.
 */
export function usesOf(source: ts.SourceFile, checker: ts.TypeChecker): Facts['uses'] {
  const uses: Use[] = [];
  const look = (node: ts.Node): void => {
    const name = nameOf(node, checker);
    if (name !== null) {
      const { line, character } = source.getLineAndCharacterOfPosition(node.getStart(source));
      uses.push({ name, line: line + 1, column: character + 1 });
    }
    ts.forEachChild(node, look);
  };
  look(source);
  return uses;
}

/** What a node reaches for, if it does. */
function nameOf(node: ts.Node, checker: ts.TypeChecker): Use['name'] | null {
  if (isMathRandom(node, checker)) return 'Math.random';
  if (node.kind === ts.SyntaxKind.ImportKeyword && ts.isCallExpression(node.parent)) {
    return 'import()';
  }
  if (!ts.isIdentifier(node) || !AMBIENT.has(node.text) || !isFreeName(node, checker)) return null;
  // The set holds the names of the union and no others.
  return node.text as Use['name'];
}

/** `Math.random`, `Math['random']` or `{ random } = Math`. */
function isMathRandom(node: ts.Node, checker: ts.TypeChecker): boolean {
  if (ts.isPropertyAccessExpression(node)) {
    return node.name.text === 'random' && isMath(node.expression, checker);
  }
  if (ts.isElementAccessExpression(node)) {
    const { argumentExpression: index } = node;
    return ts.isStringLiteral(index) && index.text === 'random' && isMath(node.expression, checker);
  }
  if (!ts.isBindingElement(node)) return false;
  const name = node.propertyName ?? node.name;
  const declaration = node.parent.parent;
  return (
    (ts.isIdentifier(name) || ts.isStringLiteral(name)) &&
    name.text === 'random' &&
    ts.isVariableDeclaration(declaration) &&
    isMath(declaration.initializer, checker)
  );
}

function isMath(node: ts.Node | undefined, checker: ts.TypeChecker): boolean {
  return (
    node !== undefined && ts.isIdentifier(node) && node.text === 'Math' && isFreeName(node, checker)
  );
}

/** Whether an identifier is a name that is looked up: no property, no type, and not declared in the file. */
function isFreeName(node: ts.Identifier, checker: ts.TypeChecker): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) && parent.name === node) return false;
  if (ts.isPropertyAssignment(parent) && parent.name === node) return false;
  if (ts.isBindingElement(parent) && parent.propertyName === node) return false;
  if (ts.isTypeReferenceNode(parent)) return false;
  // `{ Date }` declares a property and looks up a value by one and the same name.
  const symbol = ts.isShorthandPropertyAssignment(parent)
    ? checker.getShorthandAssignmentValueSymbol(parent)
    : checker.getSymbolAtLocation(node);
  const declarations = symbol?.declarations ?? [];
  return declarations.every((declaration) => declaration.getSourceFile() !== node.getSourceFile());
}
