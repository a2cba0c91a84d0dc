import type { CourseExercise } from '../contract/course.ts';
import type { Equivalent } from '../contract/equivalents.ts';
import type { CheckWorth, Mutation } from '../contract/verification.ts';
import { solutionOf } from '../solutions.ts';
import { type Finding, ofKind, type TriedMutant } from './finding.ts';

/** The mutants of an exercise that were tried, and whether these are all. */
export interface MutantsTried {
  readonly mutants: readonly TriedMutant[];
  readonly all: boolean;
}

/** Mutants in the order of their places, whatever the parts in which they were tried; `null` where none was. */
export function mutantsTried(
  { solution }: CourseExercise,
  findings: readonly Finding[],
): MutantsTried | null {
  const found = ofKind(findings, 'mutants');
  if (solution === null || found.length === 0) return null;
  const mutants = found.flatMap((each) => each.mutants).sort((one, other) => one.at - other.at);
  return { mutants, all: found.length === found[0]?.of };
}

/** Tells equivalents from survivors; `stale` are entries of `equivalents.json` that speak of no mutant which survives. */
export function accountOf(
  exercise: CourseExercise,
  tried: readonly TriedMutant[],
): { readonly mutation: Mutation; readonly stale: readonly Equivalent[] } {
  const { equivalents } = solutionOf(exercise);
  const unharmed = tried.filter(({ shows }) => shows !== null);
  const speaksOf = (entry: Equivalent, { from, to, shows }: TriedMutant): boolean =>
    entry.from === from && entry.to === to && shows !== 'with other seeds';
  const operators = [...new Set(tried.map(({ operator }) => operator))].sort();
  const mutation: Mutation = {
    mutants: tried.length,
    killed: tried.length - unharmed.length,
    operators: operators.map((operator) => {
      const own = tried.filter((each) => each.operator === operator);
      const killed = own.filter(({ shows }) => shows === null).length;
      return { operator, mutants: own.length, killed };
    }),
    survivors: unharmed.flatMap((each) => {
      const { operator, line, column, from, to, shows } = each;
      const isKnown = equivalents.some((entry) => speaksOf(entry, each));
      return isKnown || shows === null ? [] : [{ operator, line, column, from, to, shows }];
    }),
    equivalents: unharmed.flatMap((each) => {
      const { operator, from, to } = each;
      const entry = equivalents.find((candidate) => speaksOf(candidate, each));
      return entry === undefined ? [] : [{ operator, from, to, reason: entry.reason }];
    }),
  };
  const stale = equivalents.filter((entry) => !unharmed.some((each) => speaksOf(entry, each)));
  return { mutation, stale };
}

/** What each check is good for, by all mutants of the solution. */
export function worthOf(
  { manifest }: CourseExercise,
  tried: MutantsTried | null,
): readonly CheckWorth[] {
  return manifest.checks.map(({ id, title, points, keptBecause = null }) => ({
    id,
    title,
    points,
    alone: tried?.all === true ? tried.mutants.filter((each) => isAlone(id, each)).length : null,
    keptBecause,
  }));
}

function isAlone(id: string, { failing }: TriedMutant): boolean {
  return failing.length === 1 && failing[0] === id;
}
