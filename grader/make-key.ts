import { createHash } from 'node:crypto';
import type { Course } from './contract/course.ts';
import type { ExerciseEvidence } from './contract/evidence.ts';
import { type ExerciseSlug, GRADER_VERSION } from './contract/identity.ts';
import type { Key, KeyExercise, KeyMistake } from './contract/key.ts';
import type { Mistake } from './contract/mistake.ts';
import { Refusal } from './contract/refusal.ts';
import type { MadePair, Pair } from './diagnosis/pairs.ts';
import { PairMaker } from './make-pairs.ts';
import { applyMistake, departures, readMistakes, tellingProbes } from './mistakes.ts';
import { once } from './once.ts';
import { oneAhead } from './one-ahead.ts';
import type { Compiled } from './sandbox/compile.ts';
import { observe } from './sandbox/observe.ts';
import { ReferenceFailure, runReference } from './sandbox/reference.ts';
import { Session } from './sandbox/session.ts';
import { broken, compileInCourse, exerciseOf, inWords, solutionOf } from './solutions.ts';
import { Turns } from './turns.ts';

/** Where gathering and judging get the key of an exercise from. */
export interface KeySource {
  readonly seed: string;
  /** Whether students may not see what is expected with this seed. */
  readonly secret: boolean;
  /** Whether the reference can be linked in for an earlier exercise that fails. */
  readonly canLink: boolean;
  /** Cases and reference; the mistakes may still be missing. */
  exercise(slug: ExerciseSlug): Promise<KeyExercise>;
  /** The same with the evidence of every mistake. */
  withMistakes(slug: ExerciseSlug): Promise<KeyExercise>;
  /**
   * What pairs of mistakes do together that a submission may show; nothing where there is
   * no solution to make them in.
   */
  pairs(
    key: KeyExercise,
    pairs: readonly Pair[],
    shown: ExerciseEvidence,
  ): Promise<readonly MadePair[]>;
  /** The whole key, mistakes included. */
  key(): Promise<Key>;
  close(): void;
}

/**
 * A finished key as a source.
 *
 * @param course that it is used with, where that has the solutions: a key holds no code
 */
export function fixedKey(key: Key, course: Course | null = null): KeySource {
  const maker = course === null ? null : new PairMaker(course);
  const find = async (slug: ExerciseSlug): Promise<KeyExercise> => {
    const exercise = key.exercises.find((candidate) => candidate.slug === slug);
    if (exercise !== undefined) return exercise;
    throw new Refusal(
      'wrong-key',
      `The key holds nothing for ${slug}`,
      'Make a key of this course.',
    );
  };
  return {
    seed: key.seed,
    secret: key.secret,
    canLink: course !== null,
    exercise: find,
    withMistakes: find,
    pairs: async (exercise, pairs, shown) => maker?.make(exercise, pairs, shown) ?? [],
    key: async () => key,
    close: () => maker?.close(),
  };
}

/**
 * Makes keys from a course's solutions, exercise by exercise and only as far as
 * they are asked for: mistakes are run for exercises in which something failed.
 */
export class KeyMaker implements KeySource {
  readonly canLink = true;
  readonly #session: Session;
  readonly #pairs: PairMaker;
  readonly #made = new Map<ExerciseSlug, Promise<KeyExercise>>();
  readonly #complete = new Map<ExerciseSlug, Promise<KeyExercise>>();
  /** One session holds one exercise at a time. */
  readonly #turns = new Turns();

  constructor(
    readonly course: Course,
    readonly seed: string,
    readonly secret = false,
  ) {
    this.#session = new Session(512);
    this.#pairs = new PairMaker(course);
  }

  exercise(slug: ExerciseSlug): Promise<KeyExercise> {
    return once(this.#made, slug, () => this.#turns.take(() => this.#make(slug)));
  }

  withMistakes(slug: ExerciseSlug): Promise<KeyExercise> {
    return once(this.#complete, slug, async () => {
      const exercise = await this.exercise(slug);
      return {
        ...exercise,
        mistakes: await this.#turns.take(() => this.#mistakes(slug, exercise)),
      };
    });
  }

  pairs(
    key: KeyExercise,
    pairs: readonly Pair[],
    shown: ExerciseEvidence,
  ): Promise<readonly MadePair[]> {
    return this.#pairs.make(key, pairs, shown);
  }

  async key(): Promise<Key> {
    const exercises: KeyExercise[] = [];
    for (const { slug } of this.course.exercises) exercises.push(await this.withMistakes(slug));
    return {
      schema: 'chainrule/key',
      version: 1,
      grader: GRADER_VERSION,
      course: this.course.id,
      seed: this.seed,
      secret: this.secret,
      exercises,
    };
  }

  close(): void {
    this.#session.close();
    this.#pairs.close();
  }

  async #make(slug: ExerciseSlug): Promise<KeyExercise> {
    const exercise = exerciseOf(this.course, slug);
    const compiled = await compileInCourse(this.course, exercise, solutionOf(exercise).source);
    if (compiled.state === 'failed')
      throw broken(slug, `solution does not compile: ${inWords(compiled)}`);
    try {
      const run = await runReference(
        this.#session,
        compiled.code,
        exercise.limits,
        (probe, index, purpose) => caseSeed(this.seed, slug, probe, index, purpose),
      );
      return { slug, digest: exercise.digest, ...run, mistakes: [] };
    } catch (error) {
      if (error instanceof ReferenceFailure) throw broken(slug, error.message);
      throw error;
    }
  }

  async #mistakes(slug: ExerciseSlug, key: KeyExercise): Promise<readonly KeyMistake[]> {
    const exercise = exerciseOf(this.course, slug);
    const solution = solutionOf(exercise);
    const known: KeyMistake[] = [];
    const probes = tellingProbes(key);
    const mistakes = await readMistakes(this.#session, slug, solution);
    const compile = (mistake: Mistake): Promise<Compiled> =>
      compileInCourse(this.course, exercise, applyMistake(slug, solution.source, mistake));
    for await (const [mistake, compiled] of oneAhead(mistakes, compile)) {
      const observed = await observe(this.#session, compiled, exercise.limits, probes);
      if (observed.module.state !== 'loaded') {
        throw broken(slug, `mistake "${mistake.id}" does not load (${observed.module.state})`);
      }
      const { id, title, hint } = mistake;
      known.push({ id, title, hint, departs: departures(observed.probes, key) });
    }
    return known;
  }
}

/** A seed of its own for everything that is drawn, so that no order or selection of exercises matters. */
export function caseSeed(
  seed: string,
  slug: string,
  probe: string,
  index: number,
  purpose: string,
): string {
  return createHash('sha256').update([seed, slug, probe, index, purpose].join('\0')).digest('hex');
}
