import { performance } from 'node:perf_hooks';
import { mutantsOf } from './analysis/mutants.ts';
import type { CourseExercise } from './contract/course.ts';
import type { Evidence } from './contract/evidence.ts';
import type { Check } from './contract/exercise.ts';
import type { Facts } from './contract/facts.ts';
import { probesFingerprint } from './contract/fingerprint.ts';
import { GRADER_VERSION } from './contract/identity.ts';
import type { KeyExercise } from './contract/key.ts';
import type { Shows } from './contract/verification.ts';
import { judge } from './judge.ts';
import type { Compiled } from './sandbox/compile.ts';
import { type Observed, observe } from './sandbox/observe.ts';
import { Session } from './sandbox/session.ts';
import { compileInCourse, prerequisites, solutionOf } from './solutions.ts';
import type { Bench } from './verify/bench.ts';
import type { TriedMutant } from './verify/finding.ts';
import { solutionsOf } from './verify/submission.ts';
import { FIRST_SEED, type Share } from './verify/task.ts';

/** The seeds that survivors alone are tried with. */
const OTHER_SEEDS = ['2', '3', '4'] as const;

/** Seconds of processor time for one call: many times what any takes that ends. */
const SECONDS = 0.5;

/** Tries a share of the mutants of an exercise's solution, each as a submission that is right in all else. */
export async function tryMutants(
  exercise: CourseExercise,
  { part, of }: Share,
  bench: Bench,
): Promise<readonly TriedMutant[]> {
  const { source } = solutionOf(exercise);
  const session = new Session(exercise.limits.memory);
  try {
    const key = await bench.keys(FIRST_SEED).exercise(exercise.slug);
    const facts = await factsOf(exercise, bench);
    const order = await cheapestFirst(exercise, source, key, { bench, session });
    const place: Place = { exercise, bench, session, facts, order };
    const tried: TriedMutant[] = [];
    for (const [at, mutant] of mutantsOf(source).entries()) {
      if (at % of !== part) continue;
      const compiled = await compileInCourse(bench.tools.course, exercise, mutant.source);
      if (compiled.state !== 'compiled') continue;
      const { operator, line, column, from, to } = mutant;
      const failing = await failingChecks(compiled, key, place);
      const shows = failing.length === 0 ? await whereItShows(compiled, key, place) : null;
      tried.push({ at, operator, line, column, from, to, failing, shows });
    }
    return tried;
  } finally {
    session.close();
  }
}

/** What is needed to run and to judge one mutant. */
interface Place {
  readonly exercise: CourseExercise;
  readonly bench: Bench;
  readonly session: Session;
  readonly facts: Facts | null;
  /** Names of the probes that are judged, in the order in which they are run. */
  readonly order: readonly string[];
}

/** Facts of the solution. A mutant has the same: none exports or reaches for anything else. */
async function factsOf(exercise: CourseExercise, bench: Bench): Promise<Facts | null> {
  const { course } = bench.tools;
  const { analyst } = bench.grading(FIRST_SEED, [exercise.slug]);
  const needed = [...prerequisites(course, exercise), exercise];
  return (await analyst.analyse(needed, solutionsOf(course))).get(exercise.slug) ?? null;
}

/**
 * The probes that are judged, those first with which the solution itself is done soonest. What
 * is found does not hang on the order, and so not on the clock.
 */
async function cheapestFirst(
  exercise: CourseExercise,
  source: string,
  key: KeyExercise,
  { bench, session }: Pick<Place, 'bench' | 'session'>,
): Promise<readonly string[]> {
  const asked = new Set(exercise.manifest.checks.map(({ probe }) => probe));
  const compiled = await compileInCourse(bench.tools.course, exercise, source);
  const times = new Map<string, number>();
  for (const name of Object.keys(key.probes).filter((each) => asked.has(each))) {
    const probes = chosen(key, [name]);
    await observe(session, compiled, exercise.limits, probes);
    const begun = performance.now();
    await observe(session, compiled, exercise.limits, probes);
    times.set(name, performance.now() - begun);
  }
  return [...times].sort(([, one], [, other]) => one - other).map(([name]) => name);
}

function chosen({ probes }: KeyExercise, names: readonly string[]): KeyExercise['probes'] {
  return Object.fromEntries(
    names.flatMap((name) => {
      const probe = probes[name];
      return probe === undefined ? [] : [[name, probe] as const];
    }),
  );
}

/** With so many failing checks a mutant is settled: it is killed, and by no check alone. */
const SETTLED = 2;

/** The checks that a mutant does not pass, judged as a submission is, as far as it takes to settle it. */
async function failingChecks(
  compiled: Compiled,
  key: KeyExercise,
  place: Place,
): Promise<readonly string[]> {
  const { exercise, session, order } = place;
  const { checks } = exercise.manifest;
  const limits = { ...exercise.limits, seconds: Math.min(SECONDS, exercise.limits.seconds) };
  const failing: string[] = [];
  let open: readonly Check[] = checks;
  const judgeThose = (observed: Observed, isReady: (check: Check) => boolean): boolean => {
    failing.push(...failingOf(observed, open.filter(isReady), key, place));
    open = open.filter((check) => !isReady(check));
    return failing.length >= SETTLED;
  };
  const observed = await observe(session, compiled, limits, chosen(key, order), (sofar) =>
    judgeThose(sofar, ({ probe = '' }) => probe in sofar.probes) ? 'enough' : undefined,
  );
  if (failing.length < SETTLED) judgeThose(observed, () => true);
  return failing;
}

/** Those of some checks that do not pass; none hangs on another. */
function failingOf(
  observed: Observed,
  checks: readonly Check[],
  key: KeyExercise,
  { exercise, bench, session, facts }: Place,
): readonly string[] {
  if (checks.length === 0) return [];
  const { course, kinds } = bench.tools;
  const { slug, manifest } = exercise;
  const only = { ...exercise, manifest: { ...manifest, checks } };
  const asked = probesFingerprint(exercise.probes);
  const evidence: Evidence = {
    schema: 'chainrule/evidence',
    version: 1,
    grader: GRADER_VERSION,
    course: course.id,
    seed: FIRST_SEED,
    secret: false,
    isolation: session.isolation,
    node: process.version,
    submission: 'mutant',
    exercises: [{ slug, path: null, source: null, facts, asked, linked: [], ...observed }],
  };
  const { exercises } = judge(evidence, {
    course: { ...course, exercises: [only] },
    kinds,
    keys: new Map([[slug, key]]),
    shown: new Set([slug]),
    outcomesOnly: true,
    unread: true,
  });
  return exercises.flatMap((judged) =>
    judged.checks.filter(({ status }) => status !== 'pass').map(({ id }) => id),
  );
}

async function whereItShows(compiled: Compiled, key: KeyExercise, place: Place): Promise<Shows> {
  let isSame = await answersAlike(compiled, key, place);
  for (const seed of OTHER_SEEDS) {
    const other = await place.bench.keys(seed).exercise(key.slug);
    if ((await failingChecks(compiled, other, place)).length > 0) return 'with other seeds';
    isSame &&= await answersAlike(compiled, other, place);
  }
  return isSame ? 'nowhere' : 'in bits';
}

/** Whether a mutant answers all probes as the reference does, to the last bit. */
async function answersAlike(
  compiled: Compiled,
  { probes }: KeyExercise,
  { exercise, session }: Place,
): Promise<boolean> {
  const observed = await observe(session, compiled, exercise.limits, probes);
  return Object.entries(probes).every(([name, { cases }]) => {
    const due = cases.map(({ reference }) => reference);
    return JSON.stringify(observed.probes[name]) === JSON.stringify(due);
  });
}
