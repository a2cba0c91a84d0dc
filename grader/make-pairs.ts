import type { Course } from './contract/course.ts';
import type { ExerciseEvidence, Observation } from './contract/evidence.ts';
import type { ExerciseSlug } from './contract/identity.ts';
import type { KeyExercise } from './contract/key.ts';
import type { Mistake } from './contract/mistake.ts';
import { beginsWith, type MadePair, type Pair, tellingProbe } from './diagnosis/pairs.ts';
import { applyTogether, departures, readMistakes, tellingProbes } from './mistakes.ts';
import { once } from './once.ts';
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
    for (const pair of pairs.slice(0, MOST_PAIRS)) {
      const place = JSON.stringify([key.slug, ...pair.map(({ id }) => id)]);
      const inTurn = <T>(work: () => Promise<T>) => this.#turns.take(work);
      const look = await once(this.#looks, place, () => inTurn(() => this.#look(key, pair)));
      if (look === null || !beginsWith(look.begun, look.probe, shown, key)) continue;
      const made = await once(this.#made, place, () => inTurn(() => this.#run(key, pair)));
      if (made !== null) found.push(made);
    }
    return found;
  }

  /** Ends the process. */
  close(): void {
    this.#session?.close();
    this.#session = null;
  }

  async #look(key: KeyExercise, pair: Pair): Promise<Look | null> {
    const name = tellingProbe(pair, key);
    const probe = key.probes[name ?? ''];
    if (name === null || probe === undefined) return null;
    const first = { [name]: { ...probe, cases: probe.cases.slice(0, 1) } };
    const begun = (await this.#observe(key, pair, first))?.[name]?.[0];
    return begun === undefined ? null : { probe: name, begun };
  }

  async #run(key: KeyExercise, pair: Pair): Promise<MadePair | null> {
    // Not only where one of them departs: what changes nothing alone may change the other.
    const observed = await this.#observe(key, pair, tellingProbes(key));
    const [one, other] = pair;
    return observed && { ids: [one.id, other.id], departs: departures(observed, key) };
  }

  /** What the solution with both does, or `null` where it cannot be made or does not load. */
  async #observe(
    { slug }: KeyExercise,
    [one, other]: Pair,
    probes: KeyExercise['probes'],
  ): Promise<Observed['probes'] | null> {
    const exercise = exerciseOf(this.course, slug);
    this.#session ??= new Session(MEMORY);
    const session = this.#session;
    const source = await this.#withBoth(session, slug, [one.id, other.id]);
    if (source === null) return null;
    const compiled = await compileInCourse(this.course, exercise, source);
    const limits = { ...exercise.limits, seconds: SECONDS };
    const { module, probes: observed } = await observe(session, compiled, limits, probes);
    return module.state === 'loaded' ? observed : null;
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
    return applyTogether(slug, solution.source, wanted);
  }
}
