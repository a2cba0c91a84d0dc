import type { Analyst } from './analysis/analyst.ts';
import type { Course, CourseExercise } from './contract/course.ts';
import type { Evidence, ExerciseEvidence } from './contract/evidence.ts';
import type { ExerciseSlug } from './contract/identity.ts';
import type { KeyExercise } from './contract/key.ts';
import type { Kinds } from './contract/kinds.ts';
import type { ExerciseResult, Result } from './contract/result.ts';
import type { Submission } from './contract/submission.ts';
import { explanationsFor } from './explain.ts';
import { evidenceOf, type Gathering, gather, gatherLinked } from './gather.ts';
import { glimpse } from './glimpse.ts';
import { judge } from './judge.ts';
import { locate } from './locate.ts';
import type { KeySource } from './make-key.ts';
import type { Memory } from './memory.ts';
import type { Sessions } from './sandbox/sessions.ts';
import { prerequisites } from './solutions.ts';
import { Stopwatch } from './stopwatch.ts';

/** What grading works with; it serves many submissions, one after the other. */
export interface Grading {
  readonly course: Course;
  readonly kinds: Kinds;
  readonly keys: KeySource;
  /** One that cannot trace leaves out at which lines something was thrown. */
  readonly analyst: Pick<Analyst, 'analyse'> & Partial<Pick<Analyst, 'trace'>>;
  /** Exercises to grade; all of them unless some are named. */
  readonly only?: ReadonlySet<ExerciseSlug>;
  readonly sessions: Pick<Sessions, 'open'>;
  /** What ran before by the same keys and need not run again. */
  readonly memory?: Pick<Memory, 'recall' | 'keep'>;
  /** For who grades the same folder again and again. */
  readonly again?: Again;
}

/** What makes grading the same folder again quick, without any other outcome. */
export interface Again {
  readonly memory: Memory;
  /** Whether only outcomes are asked for, and nothing is to be drawn. */
  readonly outcomesOnly: boolean;
  /** Told as soon as the first checks of an exercise are certain; more of them each time. */
  readonly glimpsed: (sofar: ExerciseResult) => void;
  /** Ends the work when nobody waits for it any more. */
  readonly signal: AbortSignal;
}

/** A graded submission. */
export interface Graded {
  readonly evidence: Evidence;
  readonly result: Result;
}

/**
 * Grades one submission: gathers, judges, and where an exercise failed, gathers
 * what explains it. Student code runs in a process of this submission's own.
 *
 * @param clock for who has stages of their own before or after these
 */
export async function grade(
  grading: Grading,
  submission: Submission,
  clock: Stopwatch = new Stopwatch(),
): Promise<Graded> {
  const { course, keys, kinds, analyst } = grading;
  const shown = course.exercises.filter(({ slug }) => grading.only?.has(slug) ?? true);
  const needed = course.exercises.filter(
    (each) =>
      shown.includes(each) || shown.some((other) => prerequisites(course, other).includes(each)),
  );
  const memory = Math.max(...needed.map(({ limits }) => limits.memory));
  const session = grading.sessions.open(memory);
  const stop = (): void => session.close();
  grading.again?.signal.addEventListener('abort', stop);
  try {
    const early = grading.again && remembering(grading, grading.again);
    const before = grading.memory === undefined ? {} : { memory: grading.memory };
    const gathering: Gathering = { course, submission, keys, session, clock, ...before, ...early };
    const read = async () => {
      // Who waits for the first check waits for its program: reading is not in its way.
      await early?.begun;
      grading.again?.signal.throwIfAborted();
      return clock.during('analyse', () => analyst.analyse(needed, submission));
    };
    // A program waits for its own key alone, and the next keys are made while it runs.
    for (const { slug } of needed) keys.exercise(slug).catch(() => undefined);
    const [facts, first] = await Promise.all([read(), gather(gathering, needed)]);
    grading.again?.signal.throwIfAborted();
    const known = new Map<ExerciseSlug, KeyExercise>();
    for (const { slug } of needed) known.set(slug, await keys.exercise(slug));
    const outcomesOnly = grading.again?.outcomesOnly ?? false;
    const judging = { course, keys: known, kinds, shown: slugsOf(shown), outcomesOnly };
    const asking = { ...judging, outcomesOnly: true, unread: true };

    // An exercise that waits for an earlier one is given the reference to stand on.
    const asked = { ...asking, shown: slugsOf(needed) };
    const { exercises: outcomes } = await clock.during('judge', () =>
      judge(evidenceOf(gathering, first, facts), asked),
    );
    const waiting = slugsWhere(outcomes, ({ checks }) =>
      checks.some(({ reason }) => reason === 'waits-for-exercise'),
    );
    const failing = slugsWhere(outcomes, ({ status }) => status !== 'pass');
    const linked = async (each: ExerciseEvidence): Promise<ExerciseEvidence> => {
      const exercise = needed.find(({ slug }) => slug === each.slug);
      if (!keys.canLink || exercise === undefined || !waiting.has(each.slug)) return each;
      // Compiling and running for this is no stage of its own: it is what explaining costs.
      const apart = { ...gathering, clock: new Stopwatch() };
      return clock.during('explain', () => gatherLinked(apart, exercise, first, failing));
    };
    const behaved: ExerciseEvidence[] = [];
    for (const each of first) behaved.push(await linked(each));
    grading.again?.signal.throwIfAborted();
    const located = async (each: ExerciseEvidence): Promise<ExerciseEvidence> => {
      const exercise = shown.find(({ slug }) => slug === each.slug);
      if (exercise === undefined) return each;
      return clock.during('explain', () => locate(gathering, analyst, exercise, each, first));
    };
    const exercises: ExerciseEvidence[] = [];
    for (const each of behaved) exercises.push(await located(each));
    grading.again?.signal.throwIfAborted();
    const evidence = evidenceOf(gathering, exercises, facts);

    const stands = behaved.every((each, at) => each === first[at]);
    const after = stands
      ? outcomes
      : (await clock.during('judge', () => judge(evidence, asking))).exercises;
    const failed = after.filter(({ slug }) => judging.shown.has(slug));
    const { keys: complete, pairs } = await clock.during('explain', () =>
      explanationsFor(evidence, failed, keys),
    );
    for (const [slug, key] of complete) known.set(slug, key);
    const result = await clock.during('judge', () => judge(evidence, { ...judging, pairs }));
    return { evidence, result: { ...result, timings: clock.times() } };
  } finally {
    grading.again?.signal.removeEventListener('abort', stop);
    session.close();
  }
}

/** What gathering needs to remember, and to tell of what is certain early. */
function remembering(
  { course, kinds, keys, only }: Grading,
  { memory, glimpsed, signal }: Again,
): Required<Pick<Gathering, 'memory' | 'seen'>> & { readonly begun: Promise<void> } {
  let begin: () => void = () => undefined;
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  /** The run in which a check failed: what comes after it in there is not looked at early. */
  let failed: string | null = null;
  const look = async (evidence: ExerciseEvidence): Promise<void> => {
    const exercise = course.exercises.find(({ slug }) => slug === evidence.slug);
    const run = JSON.stringify([evidence.slug, evidence.linked]);
    if (exercise === undefined || run === failed) return;
    const sofar = glimpse(exercise, evidence, await keys.exercise(evidence.slug), kinds);
    // What a process answered that was ended from outside says nothing.
    if (signal.aborted) return;
    if (sofar.status !== 'pass') failed = run;
    glimpsed(sofar);
  };
  const seen = (evidence: ExerciseEvidence): void => {
    if (only?.has(evidence.slug) === false) return;
    begin();
    // The process inside is asked the next thing first, and works meanwhile. Without a
    // key nothing is judged at all, and that is told elsewhere.
    setImmediate(() => void look(evidence).catch(() => undefined));
  };
  return { memory, seen, begun };
}

function slugsWhere(
  exercises: readonly ExerciseResult[],
  holds: (exercise: ExerciseResult) => boolean,
): ReadonlySet<ExerciseSlug> {
  return new Set(exercises.filter(holds).map(({ slug }) => slug));
}

function slugsOf(exercises: readonly CourseExercise[]): ReadonlySet<ExerciseSlug> {
  return new Set(exercises.map(({ slug }) => slug));
}
