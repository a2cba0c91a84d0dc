import type { Mutant } from '../analysis/mutants.ts';
import type { ExerciseSlug } from '../contract/identity.ts';
import type { Shows } from '../contract/verification.ts';
import type { Attainments } from './attainments.ts';
import type { FixtureFinding } from './fixtures.ts';
import type { KeyFindings } from './key-findings.ts';
import type { MistakeTrial } from './mistakes.ts';
import type { PairTally } from './pairs.ts';

/** What came of one task for one exercise: plain data, of which claims are computed. */
export type Finding =
  | RightFinding
  | AgainFinding
  | WrongFinding
  | PairsFinding
  | ThresholdsFinding
  | FixturesFinding
  | MutantsFinding;

/** What right programs earned on one seed. */
export interface RightFinding {
  readonly kind: 'right';
  readonly slug: ExerciseSlug;
  readonly seed: string;
  /** What the solution lost without cause; `null` where it is nothing. */
  readonly breach: string | null;
  /** What was said of the solution, to be compared. */
  readonly said: Said;
  readonly alternatives: readonly {
    readonly name: string;
    /** What a student would have lost or read without cause; `null` where it is nothing. */
    readonly breach: string | null;
  }[];
  /** What the key of this seed says of mistakes; `null` where there is no solution. */
  readonly byKey: KeyFindings | null;
}

/** What a second run said of the solution on the first seed. */
export interface AgainFinding {
  readonly kind: 'again';
  readonly slug: ExerciseSlug;
  readonly said: Said;
}

/** Fingerprints of all that a result says of an exercise, and of each check. */
export interface Said {
  readonly whole: string;
  readonly checks: Readonly<Record<string, string>>;
}

/** What became of the stub and of the mistakes. */
export interface WrongFinding {
  readonly kind: 'wrong';
  readonly slug: ExerciseSlug;
  /** What the stub earned without cause; `null` where it is nothing. */
  readonly gift: string | null;
  /** In what the stub departs from the one that the solution makes; `null` where it does not. */
  readonly drift: string | null;
  readonly mistakes: readonly (MistakeTrial & { readonly title: string })[];
}

/** How two mistakes at once were named. */
export interface PairsFinding {
  readonly kind: 'pairs';
  readonly slug: ExerciseSlug;
  readonly tally: PairTally;
}

/** What programs get in checks with a threshold. */
export interface ThresholdsFinding {
  readonly kind: 'thresholds';
  readonly slug: ExerciseSlug;
  readonly attainments: Attainments;
}

/** What the rules say of inputs. */
export interface FixturesFinding {
  readonly kind: 'fixtures';
  readonly slug: ExerciseSlug;
  readonly findings: readonly FixtureFinding[];
}

/** What became of some mutants. */
export interface MutantsFinding {
  readonly kind: 'mutants';
  readonly slug: ExerciseSlug;
  /** How many such findings are about all mutants. */
  readonly of: number;
  readonly mutants: readonly TriedMutant[];
}

/** What became of one mutant that compiles. */
export interface TriedMutant extends Omit<Mutant, 'source' | 'id' | 'before' | 'after'> {
  /** Its place among all mutants of the solution. */
  readonly at: number;
  /**
   * Checks that it fails. All of them where there is none or one; of more, the first few:
   * none of them is alone then, and the mutant is not run any further.
   */
  readonly failing: readonly string[];
  /** Where it shows that it is another program, of one that fails no check. */
  readonly shows: Shows | null;
}

/** Those of one kind, in the order of the tasks. */
export function ofKind<Kind extends Finding['kind']>(
  findings: readonly Finding[],
  kind: Kind,
): readonly Extract<Finding, { kind: Kind }>[] {
  return findings.filter((each): each is Extract<Finding, { kind: Kind }> => each.kind === kind);
}

/** What keys say of mistakes, of all seeds. */
export function byKeyIn(findings: readonly Finding[]): readonly KeyFindings[] {
  return ofKind(findings, 'right').flatMap(({ byKey }) => byKey ?? []);
}
