import type { Analyst } from './analysis/analyst.ts';
import { type Mutant, mutantsOf } from './analysis/mutants.ts';
import type { Course, CourseExercise, Solution } from './contract/course.ts';
import type { Equivalent } from './contract/equivalents.ts';
import type { Evidence } from './contract/evidence.ts';
import type { Facts } from './contract/facts.ts';
import { probesFingerprint } from './contract/fingerprint.ts';
import { type ExerciseSlug, GRADER_VERSION } from './contract/identity.ts';
import type { KeyExercise } from './contract/key.ts';
import type { Kinds } from './contract/kinds.ts';
import { judge } from './judge.ts';
import { KeyMaker } from './make-key.ts';
import type { Compiled } from './sandbox/compile.ts';
import { type Observed, observe } from './sandbox/observe.ts';
import { Session } from './sandbox/session.ts';
import { compileInCourse, prerequisites } from './solutions.ts';
import { submissionOf } from './verify/submission.ts';

/** What mutants are tried with. */
export interface Trial {
  readonly course: Course;
  readonly kinds: Kinds;
  readonly analyst: Pick<Analyst, 'analyse'>;
  /** Called after each mutant, with how many of how many are done. */
  readonly progress: (done: number, all: number) => void;
}

/** A mutant that loses no points with the seed that all are judged by. */
export interface Survivor extends Omit<Mutant, 'source'> {
  /**
   * `nowhere`: it answers every probe as the solution does, to the last bit. `in bits`: it
   * answers otherwise and loses no points. `with other seeds`: there it loses points.
   */
  readonly shows: 'nowhere' | 'in bits' | 'with other seeds';
}

/** What a check is good for. */
export interface CheckWorth {
  readonly id: string;
  /** How many mutants fail it. */
  readonly kills: number;
  /** How many of them would lose no points without it. */
  readonly alone: number;
}

/** What came of the mutants of one exercise. */
export interface Mutation {
  readonly slug: ExerciseSlug;
  /** How many there are that compile: killed, equivalent and survivors. */
  readonly mutants: number;
  readonly killed: number;
  readonly equivalent: number;
  readonly survivors: readonly Survivor[];
  /** Entries of `equivalents.json` that speak of no mutant which survives. */
  readonly stale: readonly Equivalent[];
  readonly checks: readonly CheckWorth[];
}

/** The seed that all are judged by, and those that only survivors are tried with. */
const SEED = '1';
const OTHER_SEEDS = ['2', '3', '4'] as const;

/** Seconds of processor time for one call: many times what any takes that ends. */
const SECONDS = 0.5;

/** Tries every mutant of an exercise's solution as a submission that is right in all else. */
export async function tryMutants(
  exercise: CourseExercise,
  solution: Solution,
  { course, kinds, analyst, progress }: Trial,
): Promise<Mutation> {
  const session = new Session(exercise.limits.memory);
  try {
    const facts = await factsOf(exercise, course, analyst);
    const bench: Bench = { exercise, course, kinds, session, facts };
    const [key, ...others] = await keysOf(exercise.slug, course);
    const mutants = mutantsOf(solution.source);
    const failed: (readonly string[])[] = [];
    const survivors: Survivor[] = [];
    for (const [at, { source, ...mutant }] of mutants.entries()) {
      const compiled = await compileInCourse(bench.course, bench.exercise, source);
      if (compiled.state === 'compiled') {
        const failing = await failingChecks(compiled, key, bench);
        failed.push(failing);
        if (failing.length === 0) {
          survivors.push({
            ...mutant,
            shows: await whereItShows(compiled, key, others, bench),
          });
        }
      }
      progress(at + 1, mutants.length);
    }
    return accountOf(exercise, solution.equivalents, failed, survivors);
  } finally {
    session.close();
  }
}

/** What is needed to run and to judge one mutant. */
interface Bench extends Pick<Trial, 'course' | 'kinds'> {
  readonly exercise: CourseExercise;
  readonly session: Session;
  readonly facts: Facts | null;
}

/** Facts of the solution. A mutant has the same: none exports or reaches for anything else. */
async function factsOf(
  exercise: CourseExercise,
  course: Course,
  analyst: Trial['analyst'],
): Promise<Facts | null> {
  const needed = [...prerequisites(course, exercise), exercise];
  const submission = submissionOf(course, 'solution', ({ solution }) => solution?.source ?? '');
  return (await analyst.analyse(needed, submission)).get(exercise.slug) ?? null;
}

async function keysOf(
  slug: ExerciseSlug,
  course: Course,
): Promise<readonly [KeyExercise, ...KeyExercise[]]> {
  const keyOf = (seed: string): Promise<KeyExercise> => {
    const maker = new KeyMaker(course, seed);
    return maker.exercise(slug).finally(() => maker.close());
  };
  const others: KeyExercise[] = [];
  for (const seed of OTHER_SEEDS) others.push(await keyOf(seed));
  return [await keyOf(SEED), ...others];
}

/** The checks that a mutant does not pass, judged as a submission is. */
async function failingChecks(
  compiled: Compiled,
  key: KeyExercise,
  bench: Bench,
): Promise<readonly string[]> {
  const { exercise, course, kinds, session } = bench;
  const asked = new Set(exercise.manifest.checks.map(({ probe }) => probe));
  const probes = Object.entries(key.probes).filter(([name]) => asked.has(name));
  const limits = { ...exercise.limits, seconds: Math.min(SECONDS, exercise.limits.seconds) };
  const observed = await observe(session, compiled, limits, Object.fromEntries(probes));
  const { exercises } = judge(evidenceOf(observed, bench), {
    course,
    kinds,
    keys: new Map([[exercise.slug, key]]),
    shown: new Set([exercise.slug]),
    outcomesOnly: true,
    unread: true,
  });
  return exercises.flatMap(({ checks }) =>
    checks.filter(({ status }) => status !== 'pass').map(({ id }) => id),
  );
}

function evidenceOf(observed: Observed, { exercise, course, session, facts }: Bench): Evidence {
  const { slug } = exercise;
  const asked = probesFingerprint(exercise.probes);
  return {
    schema: 'chainrule/evidence',
    version: 1,
    grader: GRADER_VERSION,
    course: course.id,
    seed: SEED,
    secret: false,
    isolation: session.isolation,
    node: process.version,
    submission: 'mutant',
    exercises: [{ slug, path: null, source: null, facts, asked, linked: [], ...observed }],
  };
}

async function whereItShows(
  compiled: Compiled,
  key: KeyExercise,
  others: readonly KeyExercise[],
  bench: Bench,
): Promise<Survivor['shows']> {
  let isSame = await answersAlike(compiled, key, bench);
  for (const key of others) {
    if ((await failingChecks(compiled, key, bench)).length > 0) return 'with other seeds';
    isSame &&= await answersAlike(compiled, key, bench);
  }
  return isSame ? 'nowhere' : 'in bits';
}

/** Whether a mutant answers all probes as the reference does, to the last bit. */
async function answersAlike(
  compiled: Compiled,
  { probes }: KeyExercise,
  { exercise, session }: Bench,
): Promise<boolean> {
  const observed = await observe(session, compiled, exercise.limits, probes);
  return Object.entries(probes).every(([name, { cases }]) => {
    const due = cases.map(({ reference }) => reference);
    return JSON.stringify(observed.probes[name]) === JSON.stringify(due);
  });
}

/** Tells equivalents from survivors, and counts what each check is good for. */
function accountOf(
  { slug, manifest }: CourseExercise,
  equivalents: readonly Equivalent[],
  failed: readonly (readonly string[])[],
  unharmed: readonly Survivor[],
): Mutation {
  const speaksOf = (entry: Equivalent, { from, to, shows }: Survivor): boolean =>
    entry.from === from && entry.to === to && shows !== 'with other seeds';
  const survivors = unharmed.filter((each) => !equivalents.some((entry) => speaksOf(entry, each)));
  return {
    slug,
    mutants: failed.length,
    killed: failed.length - unharmed.length,
    equivalent: unharmed.length - survivors.length,
    survivors,
    stale: equivalents.filter((entry) => !unharmed.some((each) => speaksOf(entry, each))),
    checks: manifest.checks.map(({ id }) => ({
      id,
      kills: failed.filter((checks) => checks.includes(id)).length,
      alone: failed.filter((checks) => checks.length === 1 && checks[0] === id).length,
    })),
  };
}
