import { performance } from 'node:perf_hooks';
import { Lookout } from './lookout.ts';
import {
  changedSlugs,
  isHalfSaved,
  isOtherCourse,
  type Material,
  type Places,
  readAgain,
} from './material.ts';
import { inWords, type Watch } from './watch.ts';

/** Milliseconds for which a file that is suddenly empty or gone is not believed. */
const DOUBT = 120;

/** Milliseconds until the one who looks is asked again. */
const TURN = 5;

/** Reads the files whenever they may have changed, and tells the watch what did. */
export class Files {
  readonly #places: Places;
  readonly #watch: Watch;
  readonly #lookout: Lookout;
  #looking = false;
  #doubtSince: number | null = null;

  /** @param failed told of what is no matter of files, a defect of ours */
  constructor(places: Places, watch: Watch, failed: (error: unknown) => void) {
    this.#places = places;
    this.#watch = watch;
    this.#lookout = new Lookout(places, (courseToo) => void this.#look(courseToo).catch(failed));
    this.#lookout.watch(watch.material.course);
  }

  close(): Promise<void> {
    return this.#lookout.close();
  }

  /** One look at a time: one that is asked for meanwhile comes after it. */
  async #look(courseToo: boolean): Promise<void> {
    if (this.#looking) {
      this.#lookout.lookIn(TURN, courseToo);
      return;
    }
    this.#looking = true;
    try {
      const now = await this.#read(courseToo);
      if (now !== null) await this.#accept(now);
    } finally {
      this.#looking = false;
    }
  }

  /** What there is, unless it is doubtful yet or cannot be read. */
  async #read(courseToo: boolean): Promise<Material | null> {
    let now: Material;
    try {
      now = await readAgain(
        this.#places,
        this.#watch.material,
        courseToo || this.#doubtSince !== null,
      );
    } catch (error) {
      if (!this.#isDoubtful()) this.#trouble(inWords(error));
      return null;
    }
    if (isHalfSaved(this.#watch.material, now) && this.#isDoubtful()) return null;
    this.#doubtSince = null;
    return now;
  }

  /** Whether to wait and look again before something odd is believed. */
  #isDoubtful(): boolean {
    this.#doubtSince ??= performance.now();
    const left = this.#doubtSince + DOUBT - performance.now();
    if (left <= 0) return false;
    this.#lookout.lookIn(Math.min(left, DOUBT / 4));
    return true;
  }

  async #accept(now: Material): Promise<void> {
    const before = this.#watch.material;
    if (!isOtherCourse(before, now)) {
      this.#trouble(null);
      this.#watch.take(now, changedSlugs(before, now));
      return;
    }
    try {
      await this.#watch.takeCourse(now);
    } catch (error) {
      this.#trouble(inWords(error));
      return;
    }
    this.#lookout.watch(now.course);
    this.#trouble(null);
  }

  #trouble(words: string | null): void {
    if (this.#watch.state.trouble !== words) this.#watch.tell({ what: 'trouble', words });
  }
}
