import type { Course } from './contract/course.ts';
import type { ExerciseSlug } from './contract/identity.ts';
import type { KeyExercise } from './contract/key.ts';
import type { Mistake } from './contract/mistake.ts';
import { Refusal } from './contract/refusal.ts';
import type { MadePair, Pair } from './diagnosis/pairs.ts';
import { applyMistake, departures, readMistakes } from './mistakes.ts';
import { observe } from './sandbox/observe.ts';
import { Session } from './sandbox/session.ts';
import { compileInCourse, exerciseOf, solutionOf } from './solutions.ts';
import { Turns } from './turns.ts';

/** More pairs than that are not run for one exercise: the likeliest come first. */
const MOST_PAIRS = 8;

/** Seconds of processor time of one call: what takes longer is nobody's behaviour. */
const SECONDS = 0.5;

/** Mebibytes of heap for the process that pairs run in. */
const MEMORY = 256;

/**
 * Finds out what two known mistakes do together, by making both in the solution. It is
 * done when a submission asks for it, and once: a key holds single mistakes alone.
 */
export class PairMaker {
  readonly #made = new Map<string, Promise<MadePair | null>>();
  readonly #mistakes = new Map<ExerciseSlug, Promise<readonly Mistake[]>>();
  #session: Session | null = null;
  /** One session holds one exercise at a time. */
  readonly #turns = new Turns();

  constructor(readonly course: Course) {}

  /** The likeliest of these pairs, as far as both mistakes can be made at once. */
  async make(key: KeyExercise, pairs: readonly Pair[]): Promise<readonly MadePair[]> {
    const found: MadePair[] = [];
    for (const pair of pairs.slice(0, MOST_PAIRS)) {
      const place = JSON.stringify([key.slug, ...pair.map(({ id }) => id)]);
      const made = this.#made.get(place) ?? this.#turns.take(() => this.#run(key, pair));
      this.#made.set(place, made);
      const done = await made;
      if (done !== null) found.push(done);
    }
    return found;
  }

  /** Ends the process. */
  close(): void {
    this.#session?.close();
    this.#session = null;
  }

  async #run(key: KeyExercise, [one, other]: Pair): Promise<MadePair | null> {
    const exercise = exerciseOf(this.course, key.slug);
    this.#session ??= new Session(MEMORY);
    const session = this.#session;
    const source = await this.#withBoth(session, key.slug, [one.id, other.id]);
    if (source === null) return null;
    const compiled = await compileInCourse(this.course, exercise, source);
    // Where one of them departs alone, what it does is in the key.
    const isShared = (name: string): boolean =>
      one.departs[name] !== undefined && other.departs[name] !== undefined;
    const probes = entriesWhere(key.probes, isShared);
    const limits = { ...exercise.limits, seconds: SECONDS };
    const observed = await observe(session, compiled, limits, probes);
    if (observed.module.state !== 'loaded') return null;
    const isAlone = (name: string): boolean => !isShared(name);
    return {
      ids: [one.id, other.id],
      departs: {
        ...entriesWhere(one.departs, isAlone),
        ...entriesWhere(other.departs, isAlone),
        ...departures(observed.probes, key),
      },
    };
  }

  /** The solution with both mistakes, or `null` where their edits are in each other's way. */
  async #withBoth(
    session: Session,
    slug: ExerciseSlug,
    ids: readonly string[],
  ): Promise<string | null> {
    const solution = solutionOf(exerciseOf(this.course, slug));
    const reading = this.#mistakes.get(slug) ?? readMistakes(session, slug, solution);
    this.#mistakes.set(slug, reading);
    const wanted = (await reading).filter(({ id }) => ids.includes(id));
    try {
      return wanted.reduce((text, each) => applyMistake(slug, text, each), solution.source);
    } catch (error) {
      if (error instanceof Refusal) return null;
      throw error;
    }
  }
}

function entriesWhere<Value>(
  record: Readonly<Record<string, Value>>,
  holds: (name: string) => boolean,
): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => holds(name)));
}
