import type { Course, CourseExercise } from '../contract/course.ts';
import type { ExerciseSlug } from '../contract/identity.ts';
import type { KeyExercise } from '../contract/key.ts';
import type { Kinds } from '../contract/kinds.ts';
import type { Mistake } from '../contract/mistake.ts';
import { makeFixturesOf } from '../make-fixtures.ts';
import { KeyMaker } from '../make-key.ts';
import { applyMistake, readMistakes } from '../mistakes.ts';
import { type Inputs, observe } from '../sandbox/observe.ts';
import { Session } from '../sandbox/session.ts';
import { compileInCourse, solutionOf } from '../solutions.ts';
import { type Attainment, guessed, measured, type Observed } from './measured.ts';
import { losesPoints, type Questions, questionsOf } from './questions.ts';

/** What the programs of one exercise got. */
export interface Attainments {
  readonly slug: ExerciseSlug;
  readonly of: readonly Attainment[];
  /** Mistakes that lose points in a check without a threshold too, on each seed it was tried with. */
  readonly caught: readonly string[];
}

/** What programs of one exercise are run with. */
export interface Arena {
  readonly course: Course;
  readonly exercise: CourseExercise;
  readonly kinds: Kinds;
  /** The solution and the guesses are tried on all of them. */
  readonly seeds: readonly string[];
  /** How many of the seeds every mistake is tried on; training costs more than all the rest. */
  readonly screening: number;
}

/** Seeds on which it is asked whether a mistake loses points elsewhere: keys have to be made of them. */
const SEEDS_ELSEWHERE = 3;

/**
 * What the solution, the guesses and the mistakes get in the checks of an exercise that have a
 * threshold. Only the probes of these are run, in one process: the solution on all seeds, each
 * mistake on some, and on the rest those that need it, because nothing else catches them or
 * because none that fails comes nearer to the threshold.
 */
export async function attainmentsOf(arena: Arena): Promise<Attainments> {
  const { exercise, kinds, seeds, screening } = arena;
  const { slug, limits } = exercise;
  const questions = questionsOf(exercise, kinds);
  if (questions.withThreshold.length === 0 || exercise.solution === null) {
    return { slug, of: [], caught: [] };
  }
  const solution = solutionOf(exercise);
  const session = new Session(512);
  try {
    const probes = new Set(questions.withThreshold.map(({ probe }) => probe));
    const isWanted = (probe: string) => probes.has(probe);
    const fixtures = await makeFixturesOf(session, { ...arena, isWanted });
    const keys = await keysOf(arena, seeds.slice(0, Math.min(SEEDS_ELSEWHERE, screening)));
    const run = async (text: string, inputs: Readonly<Record<string, Inputs>>) => {
      const compiled = await compileInCourse(arena.course, exercise, text);
      return (await observe(session, compiled, limits, inputs)).probes;
    };
    const reference = await run(solution.source, inOneRow(fixtures));
    const due = { questions, fixtures, reference };
    const of: Attainment[] = [
      ...measured('solution', 'solution', reference, due, 0),
      ...guessed(due),
    ];
    const caught: string[] = [];
    const withMistake = (mistake: Mistake) => applyMistake(slug, solution.source, mistake);
    const [firstSeed, others] = [fixtures.slice(0, 1), fixtures.slice(1, screening)];
    const elsewhere = inOneRow(keys.map((key) => ({ probes: withoutProbes(key, probes) })));
    const mistakes = await readMistakes(session, slug, solution);
    for (const mistake of mistakes) {
      const once = await run(withMistake(mistake), { ...inOneRow(firstSeed), ...elsewhere });
      if (losesPointsOnAll(keys, questions, once)) caught.push(mistake.id);
      // What trains as the solution does, to the last bit, is no other program here, and
      // what it loses elsewhere is the matter of another claim.
      if (trainsAlike(once, reference, probes)) continue;
      of.push(...measured('mistake', mistake.id, once, { ...due, fixtures: firstSeed }, 0));
      const more = await run(withMistake(mistake), inOneRow(others));
      of.push(...measured('mistake', mistake.id, more, { ...due, fixtures: others }, 1));
    }
    for (const mistake of mistakes.filter(({ id }) => needsMore(id, of, caught))) {
      const rest = { ...due, fixtures: fixtures.slice(screening) };
      const observed = await run(withMistake(mistake), inOneRow(rest.fixtures));
      of.push(...measured('mistake', mistake.id, observed, rest, screening));
    }
    return { slug, of, caught };
  } finally {
    session.close();
  }
}

async function keysOf(
  { course, exercise }: Arena,
  seeds: readonly string[],
): Promise<readonly KeyExercise[]> {
  const keys: KeyExercise[] = [];
  for (const seed of seeds) {
    const maker = new KeyMaker(course, seed);
    keys.push(await maker.exercise(exercise.slug).finally(() => maker.close()));
  }
  return keys;
}

function withoutProbes(
  { probes }: KeyExercise,
  unwanted: ReadonlySet<string>,
): KeyExercise['probes'] {
  return Object.fromEntries(Object.entries(probes).filter(([name]) => !unwanted.has(name)));
}

/** The cases of all seeds as if they were those of one. */
function inOneRow(
  seeds: readonly { readonly probes: Readonly<Record<string, readonly Case[] | Inputs>> }[],
): Readonly<Record<string, Inputs>> {
  const names = Object.keys(seeds[0]?.probes ?? {});
  const casesOf = (name: string) =>
    seeds.flatMap(({ probes }) => {
      const probe = probes[name] ?? [];
      return 'cases' in probe ? probe.cases : probe;
    });
  return Object.fromEntries(names.map((name) => [name, { cases: casesOf(name) }]));
}

type Case = Inputs['cases'][number];

/** Whether what a program did on the first seed is what the reference did there. */
function trainsAlike(once: Observed, reference: Observed, probes: ReadonlySet<string>): boolean {
  return [...probes].every((probe) => {
    const own = once[probe] ?? [];
    return JSON.stringify(own) === JSON.stringify((reference[probe] ?? []).slice(0, own.length));
  });
}

function losesPointsOnAll(
  keys: readonly KeyExercise[],
  questions: Questions,
  observed: Observed,
): boolean {
  return keys.every((key, nth) => losesPoints(key, nth, questions, observed));
}

/** Whether more has to be known of a mistake: it fails, and none that fails comes so near; or nothing else catches it. */
function needsMore(id: string, of: readonly Attainment[], caught: readonly string[]): boolean {
  if (!caught.includes(id)) return true;
  const failing = (own: readonly Attainment[]) => own.every(({ passes }) => !passes);
  const highest = (program: string): number => {
    const own = of.filter((each) => each.role === 'mistake' && each.program === program);
    return failing(own) ? own.reduce((most, each) => Math.max(most, each.measured ?? 0), 0) : 0;
  };
  const all = new Set(of.flatMap(({ role, program }) => (role === 'mistake' ? program : [])));
  return highest(id) > 0 && [...all].every((other) => highest(other) <= highest(id));
}
