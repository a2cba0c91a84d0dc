import type { CourseExercise } from '../contract/course.ts';
import type { Tolerance } from '../contract/exercise.ts';
import type { ExerciseSlug } from '../contract/identity.ts';
import type { CheckResult, ExerciseResult } from '../contract/result.ts';
import { type Real, toFloat } from '../contract/value.ts';
import type { ClaimTable } from '../contract/verification.ts';
import { type Proof, provedUnless } from './proof.ts';

/** How many times a tolerance lies above what right programs need, and below what mistakes do. */
export const APART = 100;

/**
 * How many times a bound on chance lies below what mistakes do. Chance moves them as well,
 * by about one of the six standard deviations that a right program is allowed: half as far
 * again is three of them beyond the bound.
 */
export const BEYOND_CHANCE = 1.5;

/** The error of one program with one seed, as a share of what is allowed: 1 is just inside. */
export interface Share {
  /** The right program, or the mistake. */
  readonly program: string;
  readonly seed: string;
  readonly share: Real;
}

/** The error of a mistake; `null` where what came back was no numbers, and too far off to have one. */
export interface MistakeShare extends Omit<Share, 'share'> {
  readonly share: Real | null;
  readonly fails: boolean;
}

/** What one check measured with one seed. Plain data. */
export interface Measured {
  readonly slug: ExerciseSlug;
  readonly check: string;
  readonly output: string | null;
  /** `null` where what is allowed is a bound on chance. */
  readonly tolerance: Tolerance | null;
  readonly right: readonly Share[];
  readonly mistakes: readonly MistakeShare[];
}

/** The room on both sides of the tolerance of one check, over all seeds. Plain data. */
export interface Margin extends Pick<Measured, 'slug' | 'check' | 'output' | 'tolerance'> {
  /** The largest error of any right program; `null` where none was compared. */
  readonly right: Share | null;
  /** The smallest error of any mistake that fails the check by a number; `null` where none does. */
  readonly weakest: Share | null;
}

const NOT_TRIED = { output: null, tolerance: null, against: null };

/** What was judged of programs of known worth, by their names. */
export type Judged = ReadonlyMap<string, ExerciseResult>;

/**
 * What the checks of one exercise that have a tolerance or a bound on chance measured with
 * one seed: the errors are those that a check itself held to it.
 *
 * @param right the solution and its alternatives
 * @param mistakes that are known of the exercise
 */
export function measuredIn(
  { slug, manifest }: CourseExercise,
  seed: string,
  right: Judged,
  mistakes: Judged,
): readonly Measured[] {
  return manifest.checks.flatMap(({ id }) => {
    const [found] = [...checksIn(right, id), ...checksIn(mistakes, id)];
    const { output, tolerance, against } = found?.[1].tried ?? NOT_TRIED;
    if (tolerance === null && against !== 'theory') return [];
    const shares = (judged: Judged): readonly MistakeShare[] =>
      checksIn(judged, id).map(([program, { got, status }]) => {
        return { program, seed, share: got?.margin ?? null, fails: status === 'fail' };
      });
    return [
      {
        ...{ slug, check: id, output, tolerance },
        right: shares(right).flatMap(shareOf),
        mistakes: shares(mistakes),
      },
    ];
  });
}

/**
 * The narrowest room on each side, over all seeds. A mistake that fails a check with one
 * seed is that check's to find: with a seed where it slips through, its error counts as
 * well, unless it is as small there as that of a right program. One that no seed fails is
 * left to other checks.
 */
export function marginsOf(measured: readonly Measured[]): readonly Margin[] {
  const names = new Map(measured.map((each) => [`${each.slug} ${each.check}`, each]));
  return [...names.values()].map(({ slug, check, output, tolerance }): Margin => {
    const own = measured.filter((each) => each.slug === slug && each.check === check);
    const mistakes = own.flatMap((each) => each.mistakes);
    const found = new Set(mistakes.flatMap(({ fails, program }) => (fails ? [program] : [])));
    const wrong = mistakes
      .filter(({ program }) => found.has(program))
      .flatMap(shareOf)
      .filter((each) => !isRight(each));
    const [weakest] = [...wrong].sort((a, b) => sizeOf(a) - sizeOf(b) || inOrder(a, b));
    const [right] = own
      .flatMap((each) => each.right)
      .sort((a, b) => sizeOf(b) - sizeOf(a) || inOrder(a, b));
    return {
      ...{ slug, check, output, tolerance },
      right: right ?? null,
      weakest: weakest ?? null,
    };
  });
}

/** The tolerance of every check lies far above what right programs need and far below what mistakes do. */
export function proveMargins(margins: readonly Margin[]): Proof {
  if (margins.length === 0) return provedUnless([], 'no tolerances');
  const proof = provedUnless(margins.flatMap(breachesIn), `${APART} times on both sides`);
  return { ...proof, tables: [tableOf(margins)] };
}

/** Errors as shares of what is allowed, by two digits: more would differ between machines. */
function tableOf(margins: readonly Margin[]): ClaimTable {
  return {
    title:
      'The largest error of a right program and the smallest of a mistake, as shares of what each check allows',
    columns: ['check', 'right', 'program', 'wrong', 'mistake'],
    rows: margins.map(({ check, right, weakest }) => [
      check,
      ...cellsOf(right, 'nothing compared'),
      ...cellsOf(weakest, 'none by a number'),
    ]),
  };
}

function cellsOf(share: Share | null, without: string): readonly [string, string] {
  return share === null ? ['', without] : [inDigits(share), share.program];
}

function inDigits({ share }: Share): string {
  return String(Number(toFloat(share).toPrecision(2)));
}

function breachesIn({ check, tolerance, right, weakest }: Margin): readonly string[] {
  const breaches: string[] = [];
  // What chance does to a right program is of any size below 1, and theory says how often.
  const isWell = tolerance === null ? (share: Share) => sizeOf(share) <= 1 : isRight;
  const beyond = tolerance === null ? BEYOND_CHANCE : APART;
  if (right !== null && !isWell(right)) breaches.push(told(right, 'which is right'));
  if (weakest !== null && sizeOf(weakest) < beyond) breaches.push(told(weakest, 'a mistake'));
  return breaches.map((breach) => `${check}: ${breach}`);
}

function told(share: Share, what: string): string {
  return `${share.program}, ${what}, is off by ${inDigits(share)} times what is allowed with seed ${share.seed}`;
}

/** Whether an error is as small as that of a right program has to be. */
function isRight(share: Share): boolean {
  return sizeOf(share) <= 1 / APART;
}

/** As a number that can be held to others: NaN is off by more than anything else. */
function sizeOf({ share }: Share): number {
  return share === 'NaN' ? Number.POSITIVE_INFINITY : toFloat(share);
}

/** Of equal errors that with the smallest seed, in whatever order they were measured. */
function inOrder(one: Share, other: Share): number {
  return Number(one.seed) - Number(other.seed);
}

function shareOf({ program, seed, share }: MistakeShare): readonly Share[] {
  return share === null ? [] : [{ program, seed, share }];
}

function checksIn(judged: Judged, id: string): readonly (readonly [string, CheckResult])[] {
  return [...judged].flatMap(([program, { checks }]) =>
    checks.filter((check) => check.id === id).map((check) => [program, check] as const),
  );
}
