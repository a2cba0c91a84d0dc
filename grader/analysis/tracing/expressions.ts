import { ts } from 'ts-morph';

/**
 * Parts of an expression, statement or declaration that may stand on lines of their own
 * and can be handed through a function without meaning anything else: no callee, which
 * would lose its `this`, and nothing that is assigned to.
 */
export function valuesIn(node: ts.Node): readonly ts.Expression[] {
  if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
    return (node.arguments ?? []).filter((each) => !ts.isSpreadElement(each));
  }
  if (ts.isArrayLiteralExpression(node)) {
    return node.elements.filter(
      (each) => !ts.isSpreadElement(each) && !ts.isOmittedExpression(each),
    );
  }
  if (ts.isBinaryExpression(node)) return [node.right];
  if (ts.isConditionalExpression(node)) return [node.whenTrue, node.whenFalse];
  if (ts.isParenthesizedExpression(node)) return isValue(node.expression) ? [node.expression] : [];
  if (ts.isPropertyAssignment(node) || ts.isVariableDeclaration(node)) {
    return node.initializer === undefined ? [] : [node.initializer];
  }
  if (
    ts.isSpreadElement(node) ||
    ts.isSpreadAssignment(node) ||
    ts.isTemplateSpan(node) ||
    ts.isCaseClause(node) ||
    ts.isThrowStatement(node)
  ) {
    return [node.expression];
  }
  return [];
}

/** Whether nothing can be called, deleted or assigned to through parentheses around it. */
function isValue(inner: ts.Expression): boolean {
  return (
    ts.isCallExpression(inner) ||
    ts.isNewExpression(inner) ||
    ts.isBinaryExpression(inner) ||
    ts.isConditionalExpression(inner)
  );
}

/** Whether an expression cannot throw, or takes its name from where it stands. */
export function isInert(expression: ts.Expression): boolean {
  if (ts.isParenthesizedExpression(expression)) return isInert(expression.expression);
  return (
    ts.isLiteralExpression(expression) ||
    ts.isFunctionExpression(expression) ||
    ts.isArrowFunction(expression) ||
    ts.isClassExpression(expression) ||
    expression.kind === ts.SyntaxKind.ThisKeyword ||
    expression.kind === ts.SyntaxKind.SuperKeyword
  );
}

/** One step of a chain, as in `X.mmul(W).get(0, 0)`. */
export type Step =
  | ts.CallExpression
  | ts.PropertyAccessExpression
  | ts.ElementAccessExpression
  | ts.NonNullExpression;

/** Whether an expression is a chain whose parts can be handed through a function one by one. */
export function isChain(expression: ts.Node): expression is Step {
  let each = expression;
  if (!isStep(each)) return false;
  while (isStep(each)) {
    // `a?.b.c` skips all that follows, and a part of it would not.
    if (ts.isOptionalChain(each)) return false;
    each = each.expression;
  }
  return each.kind !== ts.SyntaxKind.SuperKeyword && each.kind !== ts.SyntaxKind.ImportKeyword;
}

function isStep(node: ts.Node): node is Step {
  return (
    ts.isCallExpression(node) ||
    ts.isPropertyAccessExpression(node) ||
    ts.isElementAccessExpression(node) ||
    ts.isNonNullExpression(node)
  );
}

/** What a chain begins with, and its steps in the order in which they are taken. */
export function stepsOf(chain: Step): {
  readonly head: ts.Expression;
  readonly steps: readonly Step[];
} {
  const steps: Step[] = [];
  let head: ts.Expression = chain;
  for (; isStep(head); head = head.expression) steps.push(head);
  return { head, steps: steps.reverse() };
}

/** Where the last step of a chain is taken: at the name that is asked for, or where the chain begins. */
export function lastStepAt(chain: Step, source: ts.SourceFile): number {
  let each: ts.Expression = chain;
  while (isStep(each) && !ts.isPropertyAccessExpression(each)) each = each.expression;
  return (ts.isPropertyAccessExpression(each) ? each.name : each).getStart(source);
}
