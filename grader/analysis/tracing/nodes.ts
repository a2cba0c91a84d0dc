import { ts } from 'ts-morph';

/** Statements in the order in which they run, and what holds them. */
export type Sequence = ts.SourceFile | ts.Block | ts.ModuleBlock | ts.CaseClause | ts.DefaultClause;

/** Whether a node holds statements that run one after the other. */
export function isSequence(node: ts.Node): node is Sequence {
  return (
    ts.isSourceFile(node) ||
    ts.isBlock(node) ||
    ts.isModuleBlock(node) ||
    ts.isCaseOrDefaultClause(node)
  );
}

/** Whatever runs a statement again and again. */
export type Loop =
  | ts.ForStatement
  | ts.ForOfStatement
  | ts.ForInStatement
  | ts.WhileStatement
  | ts.DoStatement;

/** Whether a node runs a statement again and again, and can be continued. */
export function isLoop(node: ts.Node): node is Loop {
  return ts.isIterationStatement(node, false);
}

/** Whether nothing of a node runs: types, what is declared elsewhere, and what the compiler works out. */
export function isNoCode(node: ts.Node): boolean {
  return (
    ts.isTypeNode(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isEnumDeclaration(node) ||
    ts.isImportDeclaration(node) ||
    ts.isImportEqualsDeclaration(node) ||
    ts.isExportDeclaration(node) ||
    (ts.canHaveModifiers(node) && has(node, ts.SyntaxKind.DeclareKeyword))
  );
}

/** Whether a statement does something of its own at the place where it stands. */
export function isStep(statement: ts.Statement): boolean {
  return !(
    isNoCode(statement) ||
    isDirective(statement) ||
    ts.isFunctionDeclaration(statement) ||
    ts.isModuleDeclaration(statement) ||
    ts.isBlock(statement) ||
    ts.isEmptyStatement(statement)
  );
}

/** A text that stands by itself may be a directive, which has to come first. */
export function isDirective(statement: ts.Statement): boolean {
  return ts.isExpressionStatement(statement) && ts.isStringLiteral(statement.expression);
}

/** Whether it shows in a function where it pauses: not where it waits, or another one pauses for it. */
export function pausesInSight(node: ts.FunctionLikeDeclaration): boolean {
  if (ts.canHaveModifiers(node) && has(node, ts.SyntaxKind.AsyncKeyword)) return false;
  return node.asteriskToken === undefined || !delegates(node.body);
}

/** Whether a function hands others on with `yield*`. */
function delegates(node: ts.Node | undefined): boolean {
  if (node === undefined || ts.isFunctionLike(node)) return false;
  if (ts.isYieldExpression(node) && node.asteriskToken !== undefined) return true;
  return ts.forEachChild(node, delegates) ?? false;
}

function has(node: ts.HasModifiers, kind: ts.SyntaxKind): boolean {
  return ts.getModifiers(node)?.some((modifier) => modifier.kind === kind) ?? false;
}

/** Whether a node assigns to a pattern in it: what stands there is no value. */
export function isPatternTarget(node: ts.Node, parent: ts.Node): boolean {
  if (ts.isForOfStatement(parent) || ts.isForInStatement(parent)) {
    return node === parent.initializer && !ts.isVariableDeclarationList(node);
  }
  return (
    ts.isBinaryExpression(parent) &&
    parent.left === node &&
    parent.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
    (ts.isObjectLiteralExpression(node) || ts.isArrayLiteralExpression(node))
  );
}
