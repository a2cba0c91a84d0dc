import { ts } from 'ts-morph';
import { type Edit, type Family, inPlaceOf, type Reading } from './edit.ts';

/** Another variable of the same type, or another property of the same thing. */
export const variableSwap: Family = (node, reading) => {
  if (!ts.isIdentifier(node)) return [];
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) && parent.name === node) {
    return propertySwap(parent, reading);
  }
  const own = ts.isShorthandPropertyAssignment(parent)
    ? reading.checker.getShorthandAssignmentValueSymbol(parent)
    : reading.checker.getSymbolAtLocation(node);
  if (own === undefined || !isUsed(node)) return [];
  const label = ts.isShorthandPropertyAssignment(parent) ? `${node.text}: ` : '';
  return candidates(node, own, reading).map(
    (name): Edit => inPlaceOf(node, 'variable-swap', label + name, reading),
  );
};

/** Whether a name stands for its value here, and does not declare or label anything. */
function isUsed(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isShorthandPropertyAssignment(parent)) return parent.name === node;
  if (ts.isBindingElement(parent)) return parent.initializer === node;
  if (ts.isLabeledStatement(parent) || ts.isBreakOrContinueStatement(parent)) return false;
  return !('name' in parent && parent.name === node);
}

/** What is exported goes by a symbol of its own inside of its file. */
const VALUES = ts.SymbolFlags.Variable | ts.SymbolFlags.Function | ts.SymbolFlags.ExportValue;

/** Names of the file's own variables and functions that could stand in a place by their type. */
function candidates(
  node: ts.Identifier,
  own: ts.Symbol,
  { source, checker }: Reading,
): readonly string[] {
  const isOwn = (symbol: ts.Symbol) => symbol.valueDeclaration?.getSourceFile() === source;
  if (!isOwn(own)) return [];
  const type = checker.getTypeOfSymbolAtLocation(own, node);
  return checker
    .getSymbolsInScope(node, VALUES)
    .map((symbol) => checker.getExportSymbolOfSymbol(symbol))
    .filter((other) => other !== own && isOwn(other) && isReady(other, node))
    .filter((other) =>
      isInterchangeable(checker, type, checker.getTypeOfSymbolAtLocation(other, node)),
    )
    .sort((one, other) => placeOf(one) - placeOf(other))
    .map(({ name }) => name);
}

/** Whether a name has its value by the time a place is reached. */
function isReady({ valueDeclaration: declared }: ts.Symbol, node: ts.Node): boolean {
  if (declared === undefined || ts.isFunctionDeclaration(declared)) return true;
  const isInside = declared.pos <= node.pos && node.end <= declared.end;
  return !isInside && (declared.pos < node.pos || ts.isSourceFile(blockOf(declared)));
}

/** The block or file in which something is declared. */
function blockOf(node: ts.Node): ts.Node {
  return ts.isBlock(node) || ts.isSourceFile(node) ? node : blockOf(node.parent);
}

/** What comes of a package is not known here, and so only like what else is not known. */
function isInterchangeable(checker: ts.TypeChecker, one: ts.Type, other: ts.Type): boolean {
  const isUnknown = (type: ts.Type) => (type.flags & ts.TypeFlags.Any) !== 0;
  if (isUnknown(one) || isUnknown(other)) return isUnknown(one) && isUnknown(other);
  // The type of `const m = 1` is 1, and it stands for any number.
  const wide = checker.getBaseTypeOfLiteralType(one);
  const wideOther = checker.getBaseTypeOfLiteralType(other);
  return checker.isTypeAssignableTo(wide, wideOther) && checker.isTypeAssignableTo(wideOther, wide);
}

function placeOf({ valueDeclaration }: ts.Symbol): number {
  return valueDeclaration?.pos ?? 0;
}

/** Sizes that are easily mistaken for each other, wherever they are read. */
const SIZES: readonly string[] = ['rows', 'columns'];

function propertySwap(node: ts.PropertyAccessExpression, reading: Reading): readonly Edit[] {
  if (isCalled(node)) return [];
  const names = new Set(SIZES.includes(node.name.text) ? SIZES : []);
  const receiver = node.expression.getText(reading.source);
  const look = (each: ts.Node): void => {
    if (
      ts.isPropertyAccessExpression(each) &&
      !isCalled(each) &&
      each.expression.getText(reading.source) === receiver
    ) {
      names.add(each.name.text);
    }
    ts.forEachChild(each, look);
  };
  look(reading.source);
  names.delete(node.name.text);
  return [...names].map((name) => inPlaceOf(node.name, 'variable-swap', name, reading));
}

function isCalled(node: ts.Expression): boolean {
  return ts.isCallExpression(node.parent) && node.parent.expression === node;
}
