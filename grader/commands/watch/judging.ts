import { Analyst } from '../../analysis/analyst.ts';
import type { ExerciseSlug } from '../../contract/identity.ts';
import type { Kinds } from '../../contract/kinds.ts';
import type { ExerciseResult, Result } from '../../contract/result.ts';
import { grade } from '../../grade.ts';
import { readPackageTypes } from '../../intake/package-types.ts';
import { loadKinds } from '../../load.ts';
import type { KeySource } from '../../make-key.ts';
import { Memory } from '../../memory.ts';
import { RehearsedSessions } from '../../sandbox/rehearsal.ts';
import { Sessions } from '../../sandbox/sessions.ts';
import { type KeyOptions, keySource } from '../keys.ts';
import type { Material } from './material.ts';
import { shown } from './shown.ts';

/** One exercise to be judged. */
export interface Wanted {
  readonly slug: ExerciseSlug;
  readonly material: Material;
  /** Whether somebody waits for it. */
  readonly urgent: boolean;
  readonly glimpsed: (sofar: ExerciseResult) => void;
  readonly signal: AbortSignal;
}

/** Everything that judging one course needs, kept warm. */
export class Judging {
  readonly #kinds: Kinds;
  readonly #keys: KeySource;
  readonly #analyst: Analyst;
  readonly #memory = new Memory();
  readonly #rehearsed = new RehearsedSessions();
  readonly #plain = new Sessions();

  private constructor(kinds: Kinds, keys: KeySource, analyst: Analyst) {
    this.#kinds = kinds;
    this.#keys = keys;
    this.#analyst = analyst;
  }

  /** @throws Refusal when the course cannot be judged by */
  static async of({ course }: Material, options: KeyOptions): Promise<Judging> {
    const kinds = await loadKinds(course);
    const keys = await keySource(course, options);
    return new Judging(kinds, keys, new Analyst(await readPackageTypes()));
  }

  get seed(): string | null {
    return this.#keys.secret ? null : this.#keys.seed;
  }

  /** Judges one exercise as `grade` does, and tells early what is certain early. */
  async exercise({ slug, material, urgent, glimpsed, signal }: Wanted): Promise<ExerciseResult> {
    const { secret } = this.#keys;
    const again = {
      memory: this.#memory,
      outcomesOnly: true,
      glimpsed: (sofar: ExerciseResult) => glimpsed(shown(sofar, secret)),
      signal,
    };
    // The process that was made ready is for who waits.
    const sessions = urgent ? this.#rehearsed : this.#plain;
    const { result } = await grade(
      { ...this.#grading(material), sessions, only: new Set([slug]), again },
      material.submission,
    );
    const [exercise] = result.exercises;
    if (exercise === undefined) throw new Error(`nothing was judged of ${slug}`);
    return shown(exercise, secret);
  }

  /** The whole result, with its pictures; what ran already is not run again. */
  async whole(material: Material, signal: AbortSignal): Promise<Result> {
    const again = { memory: this.#memory, outcomesOnly: false, glimpsed: () => undefined, signal };
    const grading = { ...this.#grading(material), sessions: this.#plain, again };
    return (await grade(grading, material.submission)).result;
  }

  /** Makes ready what the next judgement of an exercise will need. */
  prepare(slug: ExerciseSlug): void {
    this.#rehearsed.prepare();
    // Where a solution is broken, the judgement says so.
    void this.#keys.withMistakes(slug).catch(() => undefined);
  }

  /** Has everything run anew. */
  forget(): void {
    this.#memory.forget();
  }

  async close(): Promise<void> {
    this.#rehearsed.close();
    this.#keys.close();
    await this.#analyst.retire();
  }

  #grading({ course }: Material) {
    return { course, kinds: this.#kinds, keys: this.#keys, analyst: this.#analyst };
  }
}
