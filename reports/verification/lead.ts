import type { Verification } from '../../grader/contract/verification.ts';
import { counted, grouped } from './count.ts';

interface Answer {
  readonly question: string;
  readonly words: string;
}

/** What was tried, as a few numbers, and what follows from it, in plain words. */
export interface Lead {
  /** Whether everything holds, in one sentence. */
  readonly verdict: string;
  readonly figures: readonly {
    readonly name: string;
    readonly value: string;
    readonly more: string;
  }[];
  /** What a doubter asks, and what was found. */
  readonly answers: readonly Answer[];
}

/** The beginning of the page, for who reads nothing else of it. */
export function leadOf({ exercises, seeds, holds }: Verification): Lead {
  const claims = exercises.flatMap((each) => each.claims);
  const broken = claims.filter((claim) => !claim.holds).length;
  const styles = sum(exercises.map(({ alternatives }) => alternatives.length));
  const right = exercises.length + styles;
  const mistakes = sum(exercises.map((each) => each.mistakes.length));
  const mutations = exercises.flatMap(({ mutation }) => mutation ?? []);
  const mutants = sum(mutations.map((each) => each.mutants));
  const killed = sum(mutations.map((each) => each.killed));
  const survivors = sum(mutations.map((each) => each.survivors.length));
  const equivalents = sum(mutations.map((each) => each.equivalents.length));
  const checks = exercises.flatMap((each) => each.checks);
  const onSeeds = seeds === 1 ? 'on one seed' : `each on ${grouped(seeds)} seeds`;
  return {
    verdict: holds
      ? `Everything holds that was tried: ${counted(claims.length, 'claim')} about ${counted(exercises.length, 'exercise')}.`
      : `${counted(broken, 'claim')} of ${grouped(claims.length)} ${broken === 1 ? 'does' : 'do'} not hold.`,
    figures: [
      { name: 'Right programs', value: grouped(right), more: onSeeds },
      { name: 'Known mistakes', value: grouped(mistakes), more: 'each in a program of its own' },
      { name: 'Small changes', value: grouped(mutants), more: 'made by rule, one at a time' },
      { name: 'Checks', value: grouped(checks.length), more: 'that students are graded by' },
    ],
    answers: [
      {
        question: 'Does a right program ever lose points?',
        words: `${counted(exercises.length, 'reference solution')} and ${counted(styles, 'right program')} in other styles were graded as if students had handed them in, ${onSeeds}. ${verdictOn(exercises, ['solution', 'alternatives'], 'All of them earn full marks, and none is told of a mistake that it does not make')}.`,
      },
      {
        question: 'Does a known mistake go through?',
        words: `${counted(mistakes, 'mistake')} that students make were each put into a solution. ${verdictOn(exercises, ['mistakes', 'stub'], 'All of them lose points and are called by their names; a file that nobody has touched earns nothing')}.`,
      },
      ...(mutants === 0
        ? []
        : [
            {
              question: 'And a mistake that nobody thought of?',
              words: `${counted(mutants, 'small mistake was', 'small mistakes were')} made in the solutions by rule, one at a time: ${grouped(killed)} lose points, ${grouped(equivalents)} change nothing that matters, each with its reason below, and ${survivors === 0 ? 'none' : grouped(survivors)} slipped through.`,
            },
          ]),
      ...checksInWords(checks),
    ],
  };
}

/** What is said where all claims of these names hold, and otherwise that they do not. */
function verdictOn(
  exercises: Verification['exercises'],
  names: readonly string[],
  words: string,
): string {
  const claims = exercises.flatMap((each) => each.claims);
  const holds = claims.every((claim) => claim.holds || !names.includes(claim.name));
  return holds ? words : 'Not all went as they must; what did not is told below';
}

function checksInWords(checks: Verification['exercises'][number]['checks']): readonly Answer[] {
  const known = checks.filter(({ alone }) => alone !== null);
  if (known.length === 0) return [];
  const needed = known.filter(({ alone }) => alone !== null && alone > 0).length;
  return [
    {
      question: 'Is every check needed?',
      words: `${grouped(needed)} of ${counted(known.length, 'check')} find changes that no other check finds. The others are kept for the reasons given below, such as telling students which step is wrong.`,
    },
  ];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
