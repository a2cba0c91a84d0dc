import { oneLine } from '../../../reports/words/plain.ts';
import type { ExerciseSlug } from '../../contract/identity.ts';
import { Refusal } from '../../contract/refusal.ts';
import type { WatchEvent } from '../../watch/event.ts';
import { reduce } from '../../watch/reduce.ts';
import { isOutdated, type Job, nextJob, type WatchState } from '../../watch/state.ts';
import { chosenExercises } from '../arguments.ts';
import type { KeyOptions } from '../keys.ts';
import type { Asked, Display } from './display.ts';
import { Judging } from './judging.ts';
import { type Material, startOfMaterial } from './material.ts';
import { openPage, writeReport } from './report.ts';
import type { Saved } from './saved.ts';

/** Milliseconds after which a program is said to run for long. */
const LONG = 1000;

/** What a watch is made of. */
export interface Setting {
  readonly options: KeyOptions & { readonly out: string };
  readonly display: Display;
  readonly saved: Saved;
  readonly judging: Judging;
  readonly material: Material;
  readonly state: WatchState;
}

/**
 * The watch at work: it hands events to the reducer and does what follows from the
 * state. One judgement is under way at a time; what nobody waits for any more is
 * given up.
 */
export class Watch {
  readonly #setting: Setting;
  #state: WatchState;
  #judging: Judging;
  #material: Material;
  #running: { readonly job: Job; readonly stop: AbortController } | null = null;
  #reports: (() => void)[] = [];
  #wake: () => void = () => undefined;
  #cannotKeep = false;
  /** Ends a report that nobody waits for any more. */
  readonly #ending = new AbortController();

  constructor(setting: Setting) {
    this.#setting = setting;
    this.#state = setting.state;
    this.#judging = setting.judging;
    this.#material = setting.material;
  }

  get state(): WatchState {
    return this.#state;
  }

  get material(): Material {
    return this.#material;
  }

  /** Tells the state of what happened, shows it, and sees to what follows. */
  tell(event: WatchEvent): void {
    this.#state = reduce(this.#state, event);
    const { over } = this.#state;
    if (this.#running !== null && (over || isOutdated(this.#state, this.#running.job))) {
      this.#running.stop.abort();
    }
    this.#wake();
    if (over) {
      this.#ending.abort();
      return;
    }
    this.#setting.display.show(this.#state);
    void this.#keep();
  }

  /** Judges until the watch is over. */
  async work(): Promise<void> {
    while (!this.#state.over) {
      const job = nextJob(this.#state);
      if (job !== null) await this.#judge(job);
      else if (this.#reports.length > 0) await this.#report();
      else {
        const woken = new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
        this.#judging.prepare(this.#state.current);
        await woken;
      }
    }
  }

  /** Does what a student asked for. */
  async asked(asked: Asked): Promise<void> {
    if ('exercise' in asked) {
      this.#choose(asked.exercise);
      return;
    }
    if (asked.key === 'again') this.#judging.forget();
    this.tell({ what: 'pressed', key: asked.key });
    if (asked.key !== 'report' || this.#state.cursor !== null) return;
    const written = new Promise<void>((resolve) => this.#reports.push(resolve));
    const when = nextJob(this.#state) === null ? '…' : 'as soon as everything is judged …';
    this.tell({ what: 'told', words: `writing the report ${when}` });
    await written;
  }

  /** Goes on with other files of the same course. */
  take(material: Material, changed: readonly ExerciseSlug[]): void {
    this.#material = material;
    if (changed.length > 0) this.tell({ what: 'changed', slugs: changed });
  }

  /** Goes on with another course. @throws Refusal when it cannot be judged by */
  async takeCourse(material: Material): Promise<void> {
    const judging = await Judging.of(material, this.#setting.options);
    if (this.#state.over) return judging.close();
    const former = this.#judging;
    this.#judging = judging;
    this.#material = material;
    this.tell({ what: 'course', start: startOfMaterial(material, null) });
    await former.close();
  }

  /** Ends what is under way, and begins nothing any more. */
  async close(): Promise<void> {
    this.#state = { ...this.#state, over: true };
    this.#running?.stop.abort();
    this.#ending.abort();
    this.#wake();
    await this.#judging.close();
    await this.#keep();
  }

  async #judge(job: Job): Promise<void> {
    const stop = new AbortController();
    const { signal } = stop;
    const urgent = job.slug === this.#state.current;
    const judging = this.#judging;
    this.#running = { job, stop };
    this.tell({ what: 'started', ...job });
    const slow = setTimeout(() => this.tell({ what: 'slow', ...job }), LONG);
    const event = await orStopped(
      judging.exercise({
        slug: job.slug,
        material: this.#material,
        urgent,
        glimpsed: (exercise) => this.tell({ what: 'glimpsed', ...job, exercise }),
        signal,
      }),
      signal,
    ).then(
      (exercise): WatchEvent => ({ what: 'judged', ...job, exercise }),
      (error): WatchEvent =>
        signal.aborted
          ? { what: 'stopped', ...job }
          : { what: 'failed', ...job, words: inWords(error) },
    );
    clearTimeout(slow);
    this.#running = null;
    this.tell(event);
    if (urgent && !this.#state.over) judging.prepare(job.slug);
  }

  async #report(): Promise<void> {
    const { options } = this.#setting;
    const asked = this.#reports.splice(0);
    let words: string;
    try {
      const { signal } = this.#ending;
      const result = await orStopped(this.#judging.whole(this.#material, signal), signal);
      const file = await writeReport(result, options.out, options.course);
      if (this.#state.over) return;
      words = (await openPage(file)) ? `opened ${file}` : `the report is in ${file}`;
    } catch (error) {
      words = inWords(error);
    } finally {
      for (const done of asked) done();
    }
    if (!this.#state.over) this.tell({ what: 'told', words });
  }

  #choose(word: string): void {
    try {
      const [slug] = chosenExercises(this.#material.course, [word]) ?? [];
      if (slug !== undefined) this.tell({ what: 'chosen', slug });
    } catch (error) {
      this.tell({ what: 'told', words: inWords(error) });
    }
  }

  async #keep(): Promise<void> {
    if (!this.#state.chosen || this.#cannotKeep) return;
    try {
      await this.#setting.saved.keep(this.#state);
    } catch (error) {
      // Said once: the rest goes on without.
      this.#cannotKeep = true;
      this.tell({ what: 'told', words: inWords(error) });
    }
  }
}

/** What work gives, unless it is stopped: then nobody waits for its end. */
function orStopped<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const stopped = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  return Promise.race([work, stopped]);
}

/** What went wrong, in one line. */
export function inWords(error: unknown): string {
  if (error instanceof Refusal) return oneLine(`${error.message}. ${error.remedy}`);
  return oneLine(error instanceof Error ? error.message : String(error));
}
