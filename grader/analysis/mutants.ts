import { Project, ScriptTarget, ts } from 'ts-morph';
import { arithmetic } from './mutants/arithmetic.ts';
import { argumentSwap, callDrop } from './mutants/calls.ts';
import { constants } from './mutants/constants.ts';
import type { Edit, Family, MutantOperator, Reading } from './mutants/edit.ts';
import { relational } from './mutants/relational.ts';
import { statementDrop } from './mutants/statements.ts';
import { variableSwap } from './mutants/variables.ts';
import { regionsOf } from './stub.ts';

/** A solution with one small mistake in it. */
export interface Mutant {
  /** The operator, the place and what was done there: `arithmetic:42:17:+->-`. */
  readonly id: string;
  readonly operator: MutantOperator;
  /** Where the change begins, counted from 1. */
  readonly line: number;
  readonly column: number;
  /** The text that is replaced, and what stands in its place. */
  readonly before: string;
  readonly after: string;
  /** The whole lines that are touched, each without the space around it. */
  readonly from: string;
  readonly to: string;
  /** The whole text of the mutant. */
  readonly source: string;
}

const FAMILIES: readonly Family[] = [
  arithmetic,
  relational,
  constants,
  argumentSwap,
  statementDrop,
  callDrop,
  variableSwap,
];

/**
 * Every mutant of a solution, in the order of their places. Only what students write
 * is changed: inside of the marked regions, and there no types and no comments. None is
 * the same text as the solution or as another mutant.
 *
 * @throws StubFailure when a region does not end
 */
export function mutantsOf(solution: string): readonly Mutant[] {
  const regions = regionsOf(solution);
  const reading = readingOf(solution);
  const edits: Edit[] = [];
  const look = (node: ts.Node): void => {
    if (isOfTypes(node)) return;
    for (const family of FAMILIES) edits.push(...family(node, reading));
    ts.forEachChild(node, look);
  };
  ts.forEachChild(reading.source, look);
  const texts = new Set([solution]);
  return edits
    .filter((edit) => regions.some(({ start, end }) => start <= edit.start && edit.end <= end))
    .sort((one, other) => one.start - other.start || one.end - other.end)
    .map((edit) => mutantBy(edit, solution))
    .filter(({ source }) => {
      const isNew = !texts.has(source);
      texts.add(source);
      return isNew;
    });
}

/** The compiler with its libraries, which take longer to read than any solution. */
const project = new Project({
  useInMemoryFileSystem: true,
  compilerOptions: { target: ScriptTarget.ES2022, lib: ['lib.es2022.d.ts'], types: [] },
});

function readingOf(solution: string): Reading {
  const source = project.createSourceFile('solution.ts', solution, { overwrite: true });
  return { source: source.compilerNode, checker: project.getTypeChecker().compilerObject };
}

/** Whether a node is gone when the program runs, with all that is in it. */
function isOfTypes(node: ts.Node): boolean {
  return (
    ts.isTypeNode(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isTypeParameterDeclaration(node) ||
    ts.isImportDeclaration(node)
  );
}

function mutantBy({ operator, start, end, after }: Edit, solution: string): Mutant {
  const before = solution.slice(start, end);
  const source = solution.slice(0, start) + after + solution.slice(end);
  const lineStart = solution.lastIndexOf('\n', start - 1) + 1;
  const line = solution.slice(0, start).split('\n').length;
  const column = start - lineStart + 1;
  const rest = solution.indexOf('\n', end);
  const lineEnd = rest < 0 ? solution.length : rest;
  return {
    id: `${operator}:${line}:${column}:${inOneLine(before)}->${inOneLine(after)}`,
    operator,
    line,
    column,
    before,
    after,
    from: trimmed(solution.slice(lineStart, lineEnd)),
    to: trimmed(source.slice(lineStart, lineEnd + source.length - solution.length)),
    source,
  };
}

function inOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function trimmed(text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '').join('\n');
}
