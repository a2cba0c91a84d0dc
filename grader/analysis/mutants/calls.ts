import { ts } from 'ts-morph';
import { type Edit, type Family, inPlaceOf, type Reading } from './edit.ts';

/** Two neighbouring arguments of a call, each in the place of the other. */
export const argumentSwap: Family = (node, { source }) => {
  if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return [];
  const list = node.arguments ?? [];
  return list.slice(1).flatMap((second, at): readonly Edit[] => {
    const first = list[at];
    if (first === undefined) return [];
    const start = first.getStart(source);
    const between = source.text.slice(first.getEnd(), second.getStart(source));
    const after = second.getText(source) + between + first.getText(source);
    return [{ operator: 'argument-swap', start, end: second.getEnd(), after }];
  });
};

/**
 * What a call is made on or with, in the place of what it makes: `Z` for `Z.clone()`,
 * and each argument of a function that is called on nothing.
 */
export const callDrop: Family = (node, reading) => {
  // A call whose outcome nobody uses goes with its statement.
  if (!ts.isCallExpression(node) || ts.isExpressionStatement(node.parent)) return [];
  const { expression } = node;
  if (ts.isPropertyAccessExpression(expression) && !isNamespace(expression.expression)) {
    const operator = expression.name.text === 'transpose' ? 'transpose-drop' : 'call-drop';
    return [{ operator, start: expression.expression.getEnd(), end: node.getEnd(), after: '' }];
  }
  return node.arguments
    .filter((each) => !ts.isSpreadElement(each) && !ts.isFunctionLike(each))
    .map((each) => inPlaceOf(node, 'call-drop', operandOf(each, reading), reading));
};

/** Whether methods are called on it as on a shelf, like `Math` and `Matrix`. */
function isNamespace(node: ts.Expression): boolean {
  return ts.isIdentifier(node) && /^\p{Lu}/u.test(node.text) && node.text.length > 2;
}

/** An argument as it may stand where a call stood. */
function operandOf(argument: ts.Expression, { source }: Reading): string {
  const text = argument.getText(source);
  return ts.isLeftHandSideExpression(argument) && !ts.isObjectLiteralExpression(argument)
    ? text
    : `(${text})`;
}
