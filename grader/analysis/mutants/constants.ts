import { ts } from 'ts-morph';
import { type Family, inPlaceOf } from './edit.ts';

/**
 * Numbers one more and one less, or twice and half where they are no whole numbers;
 * texts that say nothing; true for false.
 */
export const constants: Family = (node, reading) => {
  if (isName(node)) return [];
  return othersOf(node).map((after) => inPlaceOf(node, 'constants', after, reading));
};

/** Whether a literal names a property or a module instead of being a value. */
function isName(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isImportDeclaration(parent) || ts.isExportDeclaration(parent)) return true;
  return 'name' in parent && parent.name === node;
}

function othersOf(node: ts.Node): readonly string[] {
  if (ts.isNumericLiteral(node)) {
    const value = Number(node.text);
    const others = Number.isInteger(value) ? [value + 1, value - 1] : [value * 2, value / 2];
    return others.map((other) => written(other, node));
  }
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) {
    return [node.text === '' ? "'other'" : "''"];
  }
  if (ts.isTemplateExpression(node)) return ["''"];
  if (node.kind === ts.SyntaxKind.TrueKeyword) return ['false'];
  return node.kind === ts.SyntaxKind.FalseKeyword ? ['true'] : [];
}

/** A number as it may stand where another stood. */
function written(value: number, { parent }: ts.Node): string {
  const isPower =
    ts.isBinaryExpression(parent) &&
    parent.operatorToken.kind === ts.SyntaxKind.AsteriskAsteriskToken;
  // Neither `--1` nor `-1 ** 2` is an expression.
  const needsParentheses = value < 0 && (isPower || ts.isPrefixUnaryExpression(parent));
  return needsParentheses ? `(${value})` : String(value);
}
