import { ts } from 'ts-morph';
import { type Family, inPlaceOf } from './edit.ts';

/** A statement left out. Declarations stay: without them a program does not even begin. */
export const statementDrop: Family = (node, reading) => {
  if (!isDroppable(node)) return [];
  const { parent } = node;
  const isOneOfMany = ts.isBlock(parent) || ts.isSourceFile(parent) || ts.isCaseClause(parent);
  return [inPlaceOf(node, 'statement-drop', isOneOfMany ? '' : ';', reading)];
};

function isDroppable(node: ts.Node): boolean {
  return (
    ts.isExpressionStatement(node) ||
    ts.isReturnStatement(node) ||
    ts.isThrowStatement(node) ||
    ts.isIfStatement(node) ||
    ts.isSwitchStatement(node) ||
    ts.isBreakOrContinueStatement(node) ||
    ts.isIterationStatement(node, false)
  );
}
