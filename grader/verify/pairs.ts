import { createHash } from 'node:crypto';
import type { CourseExercise } from '../contract/course.ts';
import type { ExerciseEvidence } from '../contract/evidence.ts';
import type { ExerciseSlug } from '../contract/identity.ts';
import type { KeyExercise } from '../contract/key.ts';
import type { Mistake } from '../contract/mistake.ts';
import { sameObservations } from '../diagnosis/same.ts';
import { grade } from '../grade.ts';
import { applyTogether, departures, readMistakes, tellingProbes } from '../mistakes.ts';
import { Session } from '../sandbox/session.ts';
import type { Bench } from './bench.ts';
import { type Proof, provedUnless } from './proof.ts';
import { exerciseIn, solutionsBut } from './submission.ts';

/** What became of two mistakes that were made at once. */
export type Naming =
  /** Both are named, and nothing else. */
  | 'exact'
  /** One of the two is named. */
  | 'one'
  | 'none'
  /** Something is named that was not made. */
  | 'wrong'
  /** They do together what one mistake does alone, or nothing wrong: no program could tell. */
  | 'simple';

/** Pairs of the mistakes of one exercise, and how many of them were named as what. */
export type PairTally = Readonly<Record<Naming, number>> & {
  readonly slug: ExerciseSlug;
  /** The first pairs that are neither named exactly nor simple. */
  readonly examples: readonly { readonly made: string; readonly named: string }[];
};

/** Which pairs are tried. */
export interface Sample {
  /** Pairs at most. */
  readonly most: number;
  /** Of the inputs, and of which pairs are taken. */
  readonly seed: string;
}

const MOST_EXAMPLES = 5;

/** Percent of the pairs that can be told from single mistakes which have to be named exactly. */
const LEAST_EXACT = 90;

/**
 * Makes two mistakes at once in the solution, as often as is asked for, grades that as a
 * student's work, and counts which of them are named.
 */
export async function tallyPairs(
  { slug, solution }: CourseExercise,
  { most, seed }: Sample,
  bench: Bench,
): Promise<PairTally> {
  const count = { exact: 0, one: 0, none: 0, wrong: 0, simple: 0 };
  const examples: { readonly made: string; readonly named: string }[] = [];
  if (solution === null) return { slug, ...count, examples };
  const session = new Session(128);
  const mistakes = await readMistakes(session, slug, solution).finally(() => session.close());
  const grading = bench.grading(seed, [slug]);
  const key = await grading.keys.withMistakes(slug);
  let tried = 0;
  for (const pair of sampled(mistakes, seed)) {
    if (tried === most) break;
    const source = applyTogether(slug, solution.source, pair);
    if (source === null) continue;
    const made = pair.map(({ id }) => id);
    const submission = solutionsBut(bench.tools.course, made.join(' and '), slug, source);
    const { evidence, result } = await grade(grading, submission);
    const shown = evidence.exercises.find((each) => each.slug === slug);
    if (shown?.module.state !== 'loaded') continue;
    tried += 1;
    const named = exerciseIn(result, slug)?.mistakes.map(({ id }) => id) ?? [];
    const naming = isSimple(shown, key) ? 'simple' : namingOf(made, named);
    count[naming] += 1;
    if (naming !== 'exact' && naming !== 'simple' && examples.length < MOST_EXAMPLES) {
      examples.push({ made: made.join(' and '), named: named.join(' and ') || 'nothing' });
    }
  }
  return { slug, ...count, examples };
}

/** Nearly every pair is named exactly, and never is anything named that was not made. */
export function provePairs({ exact, one, none, wrong, simple, examples }: PairTally): Proof {
  const told = exact + one + none + wrong;
  const also = simple === 0 ? '' : `, ${simple} that look like one mistake`;
  const counted = `${exact} of ${told} named${also}`;
  const [first] = examples;
  const why = first === undefined ? '' : `: ${first.made} is told as ${first.named}`;
  const holds = wrong === 0 && exact * 100 >= told * LEAST_EXACT;
  return provedUnless(holds ? [] : [`${counted}${why}`], counted);
}

/** All pairs in an order that a seed decides, and not the order in which mistakes were written down. */
function sampled(mistakes: readonly Mistake[], seed: string): readonly (readonly Mistake[])[] {
  const place = (pair: readonly Mistake[]): string => {
    const ids = pair.map(({ id }) => id).sort();
    return createHash('sha256')
      .update([seed, ...ids].join('\0'))
      .digest('hex');
  };
  return mistakes
    .flatMap((one, at) => mistakes.slice(at + 1).map((other) => [one, other]))
    .map((pair) => ({ pair, place: place(pair) }))
    .sort((a, b) => (a.place < b.place ? -1 : 1))
    .map(({ pair }) => pair);
}

function namingOf(made: readonly string[], named: readonly string[]): Naming {
  if (named.some((id) => !made.includes(id))) return 'wrong';
  return named.length === made.length ? 'exact' : named.length === 0 ? 'none' : 'one';
}

/** Whether a submission does what the reference or a single mistake does, wherever mistakes are run. */
function isSimple(shown: ExerciseEvidence, key: KeyExercise): boolean {
  const names = Object.keys(tellingProbes(key));
  const told = Object.entries(shown.probes).filter(([name]) => names.includes(name));
  const departing = departures(Object.fromEntries(told), key);
  return [{}, ...key.mistakes.map(({ departs }) => departs)].some((departs: typeof departing) =>
    names.every((name) => sameObservations(departing[name] ?? [], departs[name] ?? [])),
  );
}
