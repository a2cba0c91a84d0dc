import type { Course } from './contract/course.ts';
import type { ExerciseEvidence, Observation } from './contract/evidence.ts';
import type { ExerciseSlug } from './contract/identity.ts';
import type { KeyExercise } from './contract/key.ts';
import type { Mistake } from './contract/mistake.ts';
import { beginsWith, type MadePair, type Pair, tellingProbe } from './diagnosis/pairs.ts';
import { applyTogether, departures, readMistakes, tellingProbes } from './mistakes.ts';
import { once } from './once.ts';
import { oneAhead } from './one-ahead.ts';
import type { Compiled } from './sandbox/compile.ts';
import { type Observed, observe } from './sandbox/observe.ts';
import { Session } from './sandbox/session.ts';
import { compileInCourse, exerciseOf, solutionOf } from './solutions.ts';
import { Turns } from './turns.ts';

/** More pairs than that are not looked at for one exercise: the likeliest come first. */
const MOST_PAIRS = 24;

/** Seconds of processor time of one call: what takes longer is nobody's behaviour. */
const SECONDS = 0.5;

/** Mebibytes of heap for the process that pairs run in. */
const MEMORY = 256;

/** What two mistakes together do with the first case of one probe. */
interface Look {
  readonly probe: string;
  readonly begun: Observation;
}

/**
 * Finds out what two known mistakes do together, by making both in the solution. It is
 * done when a submission asks for it, and once: a key holds single mistakes alone. One
 * case of one probe tells most pairs from a submission; those that it does not are run.
 */
export class PairMaker {
  readonly #looks = new Map<string, Promise<Look | null>>();
  readonly #made = new Map<string, Promise<MadePair | null>>();
  readonly #mistakes = new Map<ExerciseSlug, Promise<readonly Mistake[]>>();
  #session: Session | null = null;
  /** One session holds one exercise at a time. */
  readonly #turns = new Turns();

  constructor(readonly course: Course) {}

  /**
   * The likeliest of these pairs that begin as a submission does, as far as both mistakes
   * can be made at once.
   */
  async make(
    key: KeyExercise,
    pairs: readonly Pair[],
    shown: ExerciseEvidence,
  ): Promise<readonly MadePair[]> {
    const found: MadePair[] = [];
    const compile = async (pair: Pair): Promise<Compiled | null> =>
      this.#looks.has(placeOf(key, pair)) ? null : this.#compile(key, pair);
    const likeliest = pairs.slice(0, MOST_PAIRS);
    for await (const [pair, compiled] of oneAhead(likeliest, compile)) {
      const place = placeOf(key, pair);
      const look = await once(this.#looks, place, () => this.#look(key, pair, compiled));
      if (look === null || !beginsWith(look.begun, look.probe, shown, key)) continue;
      const made = await once(this.#made, place, () => this.#run(key, pair, compiled));
      if (made !== null) found.push(made);
    }
    return found;
  }

  /** Ends the process. */
  close(): void {
    this.#session?.close();
    this.#session = null;
  }

  async #look(key: KeyExercise, pair: Pair, compiled: Compiled | null): Promise<Look | null> {
    const name = tellingProbe(pair, key);
    const probe = key.probes[name ?? ''];
    if (name === null || probe === undefined) return null;
    const first = { [name]: { ...probe, cases: probe.cases.slice(0, 1) } };
    const begun = (await this.#observe(key, compiled, first))?.[name]?.[0];
    return begun === undefined ? null : { probe: name, begun };
  }

  async #run(key: KeyExercise, pair: Pair, before: Compiled | null): Promise<MadePair | null> {
    const compiled = before ?? (await this.#compile(key, pair));
    // Not only where one of them departs: what changes nothing alone may change the other.
    const observed = await this.#observe(key, compiled, tellingProbes(key));
    const [one, other] = pair;
    return observed && { ids: [one.id, other.id], departs: departures(observed, key) };
  }

  /** The solution with both, or `null` where their edits are in each other's way. */
  async #compile({ slug }: KeyExercise, [one, other]: Pair): Promise<Compiled | null> {
    const exercise = exerciseOf(this.course, slug);
    const solution = solutionOf(exercise);
    const mistakes = await once(this.#mistakes, slug, () =>
      this.#inside((session) => readMistakes(session, slug, solution)),
    );
    const both = mistakes.filter(({ id }) => id === one.id || id === other.id);
    const source = applyTogether(slug, solution.source, both);
    return source === null ? null : compileInCourse(this.course, exercise, source);
  }

  /** What a program does, or `null` where there is none or it does not load. */
  async #observe(
    { slug }: KeyExercise,
    compiled: Compiled | null,
    probes: KeyExercise['probes'],
  ): Promise<Observed['probes'] | null> {
    if (compiled === null) return null;
    const limits = { ...exerciseOf(this.course, slug).limits, seconds: SECONDS };
    const { module, probes: observed } = await this.#inside((session) =>
      observe(session, compiled, limits, probes),
    );
    return module.state === 'loaded' ? observed : null;
  }

  #inside<T>(work: (session: Session) => Promise<T>): Promise<T> {
    return this.#turns.take(() => {
      this.#session ??= new Session(MEMORY);
      return work(this.#session);
    });
  }
}

function placeOf({ slug }: KeyExercise, pair: Pair): string {
  return JSON.stringify([slug, ...pair.map(({ id }) => id)]);
}
