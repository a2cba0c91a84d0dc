import type { ts } from 'ts-morph';

/** The families of small mistakes that are planted in a solution. */
export const MUTANT_OPERATORS = [
  'arithmetic',
  'relational',
  'constants',
  'argument-swap',
  'statement-drop',
  'call-drop',
  'variable-swap',
  'transpose-drop',
] as const;
export type MutantOperator = (typeof MUTANT_OPERATORS)[number];

/** One place of a source and what it is replaced by. */
export interface Edit {
  readonly operator: MutantOperator;
  readonly start: number;
  readonly end: number;
  readonly after: string;
}

/** What an operator may read beside the node that it looks at. */
export interface Reading {
  readonly source: ts.SourceFile;
  readonly checker: ts.TypeChecker;
}

/** All edits that a family of operators makes at one node, and at none of its children. */
export type Family = (node: ts.Node, reading: Reading) => readonly Edit[];

/** An edit that replaces a whole node. */
export function inPlaceOf(
  node: ts.Node,
  operator: MutantOperator,
  after: string,
  { source }: Reading,
): Edit {
  return { operator, start: node.getStart(source), end: node.getEnd(), after };
}
