import { ts } from 'ts-morph';
import { type Family, inPlaceOf } from './edit.ts';

/** For each comparison the one that differs where both sides are equal, and its opposite. */
const COMPARISONS: ReadonlyMap<string, readonly string[]> = new Map([
  ['<', ['<=', '>=']],
  ['<=', ['<', '>']],
  ['>', ['>=', '<=']],
  ['>=', ['>', '<']],
  ['===', ['!==']],
  ['!==', ['===']],
  ['==', ['!=']],
  ['!=', ['==']],
  ['&&', ['||']],
  ['||', ['&&']],
]);

/** Another comparison, another connection of two conditions, a "not" left out. */
export const relational: Family = (node, reading) => {
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) {
    const start = node.getStart(reading.source);
    const end = node.operand.getStart(reading.source);
    return [{ operator: 'relational', start, end, after: '' }];
  }
  if (!ts.isBinaryExpression(node)) return [];
  const { operatorToken } = node;
  const others = COMPARISONS.get(operatorToken.getText(reading.source)) ?? [];
  return others.map((after) => inPlaceOf(operatorToken, 'relational', after, reading));
};
