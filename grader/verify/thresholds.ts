import { deviation, max, mean, min } from 'd3-array';
import type { ClaimTable } from '../contract/verification.ts';
import type { Attainments } from './attainments.ts';
import type { Attainment } from './measured.ts';
import { type Proof, provedUnless } from './proof.ts';

/** How a program's outcomes in one check are spread over the seeds. */
export interface Distribution {
  readonly program: string;
  readonly role: Attainment['role'];
  readonly seeds: number;
  /** `null` where the program never came so far that something could be measured. */
  readonly spread: Spread | null;
  /** On how many of the seeds the check is passed. */
  readonly passes: number;
  /** Three standard deviations to either side, and never less than one example's worth. */
  readonly reaches: { readonly from: number; readonly to: number };
  /**
   * `above` and `below`: so far from the threshold that no seed will decide otherwise.
   * `toss`: the seed decides.
   */
  readonly lies: 'above' | 'below' | 'toss';
  /** Whether it loses points in another check on each seed that it was tried with. */
  readonly caught: boolean;
}

export interface Spread {
  readonly mean: number;
  /** Standard deviation of the sample. */
  readonly deviation: number;
  readonly lowest: number;
  readonly highest: number;
}

/** A check with a threshold and all that was measured for it. */
export interface Threshold {
  readonly check: string;
  readonly atLeast: number;
  readonly solution: Distribution;
  /** Of the programs that it has to keep out for certain, the one that comes nearest. */
  readonly bestWrong: Distribution | null;
  readonly wrong: readonly Distribution[];
}

/** How many standard deviations a threshold has to be away from either side. */
const DEVIATIONS = 3;

/** Shares are sums of fractions: a distance that is just kept must not fail by its last bit. */
const ROUNDING = 1e-9;

/** The thresholds of an exercise, in the order of its checks. */
export function thresholdsOf({ of, caught }: Attainments): readonly Threshold[] {
  return [...new Set(of.map(({ check }) => check))].flatMap((check): readonly Threshold[] => {
    const own = of.filter((each) => each.check === check);
    const programs = new Map<string, Attainment[]>();
    for (const each of own) {
      const name = `${each.role} ${each.program}`;
      programs.set(name, [...(programs.get(name) ?? []), each]);
    }
    const all = [...programs.values()].map((each) => distributionOf(each, caught));
    const solution = all.find(({ role }) => role === 'solution');
    if (solution === undefined) return [];
    const wrong = all.filter((each) => each !== solution);
    const keptOut = wrong.filter((each) => each.lies === 'below' || !each.caught);
    const bestWrong = keptOut.reduce<Distribution | null>(
      (best, each) => (best === null || each.reaches.to > best.reaches.to ? each : best),
      null,
    );
    return [{ check, atLeast: own[0]?.threshold ?? 0, solution, bestWrong, wrong }];
  });
}

function distributionOf(own: readonly Attainment[], caught: readonly string[]): Distribution {
  const [first] = own;
  if (first === undefined) throw new Error('a program was tried on no seed');
  const { program, role, threshold } = first;
  const spread = spreadOf(own.flatMap(({ measured }) => measured ?? []));
  const passes = own.filter((each) => each.passes).length;
  // Without any spread there still has to be a distance: that of one example.
  const distance = Math.max(DEVIATIONS * (spread?.deviation ?? 0), ...own.map(({ step }) => step));
  return {
    program,
    role,
    seeds: own.length,
    spread,
    passes,
    reaches: { from: (spread?.mean ?? 0) - distance, to: (spread?.mean ?? 0) + distance },
    lies: sideOf(spread, distance, passes, own.length, threshold),
    caught: role === 'mistake' && caught.includes(program),
  };
}

function sideOf(
  spread: Spread | null,
  distance: number,
  passes: number,
  seeds: number,
  threshold: number,
): Distribution['lies'] {
  if (spread === null) return 'below';
  if (passes === seeds && spread.mean - distance >= threshold - ROUNDING) return 'above';
  const isFar = spread.mean + distance <= threshold + ROUNDING && spread.highest < threshold;
  if (passes === 0 && isFar) return 'below';
  return 'toss';
}

function spreadOf(values: readonly number[]): Spread | null {
  const [average, lowest, highest] = [mean(values), min(values), max(values)];
  if (average === undefined || lowest === undefined || highest === undefined) return null;
  return { mean: average, deviation: deviation(values) ?? 0, lowest, highest };
}

/**
 * A threshold is there to keep out whoever has not learned, so that is what it has to do on
 * every seed: the solution lies above it, and every guess below it, each by three standard
 * deviations. Of the mistakes many learn well, and some slowly: their numbers can lie anywhere,
 * and no threshold parts them. They lose their points in checks that compare numbers exactly,
 * and what this one says of them besides is told and is no breach. A mistake that
 * loses points nowhere else is another matter: it has to lie below just as clearly, because
 * above it would cost nothing, and near the threshold the seed would decide.
 */
export function proveThresholds(thresholds: readonly Threshold[]): Proof {
  const told = thresholds.map(inWords).join('; ');
  const proof = provedUnless(thresholds.flatMap(breachesOf), told || 'none');
  return { ...proof, tables: thresholds.map(tableOf) };
}

function tableOf({ check, atLeast, solution, wrong }: Threshold): ClaimTable {
  const names = { solution: 'the solution', guess: 'a guess', mistake: 'a mistake' };
  return {
    title: `${check}: at least ${atLeast}`,
    columns: ['program', 'kind', 'seeds', 'passes', 'mean ± SD', 'lowest', 'highest'],
    rows: [solution, ...wrong].map((each) => [
      each.program,
      names[each.role],
      String(each.seeds),
      String(each.passes),
      spreadInWords(each),
      each.spread?.lowest.toFixed(3) ?? '',
      each.spread?.highest.toFixed(3) ?? '',
    ]),
  };
}

function breachesOf({ check, atLeast, solution, wrong }: Threshold): readonly string[] {
  const where = `${check}, at least ${atLeast}:`;
  const low =
    solution.lies === 'above'
      ? []
      : [
          `${where} the solution gets ${spreadInWords(solution)}, which is too near; lower "atLeast", or let it learn more surely from more examples or steps`,
        ];
  const high = wrong
    .filter(({ lies, caught }) => lies !== 'below' && !caught)
    .map((each) =>
      each.role === 'guess'
        ? `${where} ${each.program} gets ${spreadInWords(each)}, which is too near; raise "atLeast", or draw the start again until it knows nothing`
        : `${where} ${each.program} gets ${spreadInWords(each)}, passes on ${each.passes} of ${each.seeds} seeds and loses points nowhere else; add a check that compares its numbers`,
    );
  return [...low, ...high];
}

function inWords({ check, atLeast, solution, bestWrong, wrong }: Threshold): string {
  const tossed = wrong.filter(({ lies, passes }) => lies === 'toss' && passes > 0).length;
  const best = bestWrong === null ? [] : [`${bestWrong.program} ${spreadInWords(bestWrong)}`];
  const besides = tossed === 0 ? [] : [`${tossed} caught elsewhere pass on some seeds`];
  return [`${check} ${atLeast}: solution ${spreadInWords(solution)}`, ...best, ...besides].join(
    ', ',
  );
}

function spreadInWords({ spread }: Distribution): string {
  if (spread === null) return 'nothing';
  return `${spread.mean.toFixed(2)} ± ${spread.deviation.toFixed(3)}`;
}
