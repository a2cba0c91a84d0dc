import { ts } from 'ts-morph';
import { type Edit, type Family, inPlaceOf, type Reading } from './edit.ts';

const SIGNS: ReadonlyMap<string, string> = new Map([
  ['+', '-'],
  ['-', '+'],
  ['*', '/'],
  ['/', '*'],
  ['%', '*'],
  ['**', '*'],
  ['+=', '-='],
  ['-=', '+='],
  ['*=', '/='],
  ['/=', '*='],
]);

/** Arithmetic that goes by a name: the methods of matrices, and what stands beside it in `Math`. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['add', 'sub'],
  ['sub', 'add'],
  ['mul', 'div'],
  ['div', 'mul'],
  ['addRowVector', 'subRowVector'],
  ['subRowVector', 'addRowVector'],
  ['addColumnVector', 'subColumnVector'],
  ['subColumnVector', 'addColumnVector'],
  ['max', 'min'],
  ['min', 'max'],
  ['exp', 'log'],
  ['log', 'exp'],
  ['sin', 'cos'],
  ['cos', 'sin'],
  ['ones', 'zeros'],
  ['zeros', 'ones'],
  ['push', 'unshift'],
  ['unshift', 'push'],
]);

/** Another sign, another method in its place, a minus left out, a count in the other direction. */
export const arithmetic: Family = (node, reading) => {
  if (ts.isBinaryExpression(node)) {
    const after = SIGNS.get(node.operatorToken.getText(reading.source));
    return after === undefined ? [] : [inPlaceOf(node.operatorToken, 'arithmetic', after, reading)];
  }
  if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) {
    return sign(node, reading);
  }
  if (!ts.isPropertyAccessExpression(node)) return [];
  const after = NAMES.get(node.name.text);
  return after === undefined ? [] : [inPlaceOf(node.name, 'arithmetic', after, reading)];
};

function sign(
  node: ts.PrefixUnaryExpression | ts.PostfixUnaryExpression,
  { source }: Reading,
): readonly Edit[] {
  const operand = { start: node.operand.getStart(source), end: node.operand.getEnd() };
  const [start, end] = ts.isPrefixUnaryExpression(node)
    ? [node.getStart(source), operand.start]
    : [operand.end, node.getEnd()];
  const edit = (after: string): readonly Edit[] => [{ operator: 'arithmetic', start, end, after }];
  if (node.operator === ts.SyntaxKind.MinusToken) return edit('');
  if (node.operator === ts.SyntaxKind.PlusPlusToken) return edit('--');
  return node.operator === ts.SyntaxKind.MinusMinusToken ? edit('++') : [];
}
