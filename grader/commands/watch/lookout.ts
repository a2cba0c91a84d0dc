import path from 'node:path';
import { type FSWatcher, watch } from 'chokidar';
import type { Course } from '../../contract/course.ts';
import type { Places } from './material.ts';

/** Milliseconds in which several events are one save. */
const TOGETHER = 4;
/** Milliseconds until somebody looks without having been told: not every file system tells. */
const PATROL = 2000;

/**
 * Tells when files may have changed. It may tell of nothing and too often: what
 * changed is found by reading.
 */
export class Lookout {
  readonly #places: Places;
  readonly #look: (courseToo: boolean) => void;
  readonly #watcher: FSWatcher;
  readonly #patrol: NodeJS.Timeout;
  /** What a course is made of, but for the stubs. */
  #given: ReadonlySet<string> = new Set();
  #courseToo = false;
  #soon: NodeJS.Timeout | undefined;

  /** @param look told whether the course may have changed, too */
  constructor(places: Places, look: (courseToo: boolean) => void) {
    this.#places = places;
    this.#look = look;
    // Not persistent: one that was closed while folders were going away would hold this process.
    this.#watcher = watch([], { ignoreInitial: true, atomic: false, persistent: false });
    this.#watcher.on('all', (_, file) =>
      this.lookIn(TOGETHER, this.#given.has(path.resolve(file))),
    );
    // Where watching fails, patrols go on.
    this.#watcher.on('error', () => undefined);
    this.#patrol = setInterval(() => this.lookIn(0, true), PATROL);
  }

  /** Watches the files of a course and of the work on it, there or not. */
  watch({ exercises }: Course): void {
    const { folder, course, key } = this.#places;
    const own = exercises.flatMap(({ slug, manifest: { file } }) => [
      path.resolve(folder, 'exercises', slug, file),
      path.resolve(folder, file),
    ]);
    const given = exercises.flatMap(({ slug }) => [
      ...['exercise.json', 'probes.ts'].map((name) =>
        path.resolve(course, 'exercises', slug, name),
      ),
      ...['solution.ts', 'mistakes.ts'].map((name) =>
        path.resolve(course, 'solutions', slug, name),
      ),
    ]);
    this.#given = new Set([...given, path.resolve(key)]);
    this.#watcher.add([...own, ...this.#given]);
  }

  /** Has somebody look after some milliseconds; who asks again before begins anew. */
  lookIn(milliseconds: number, courseToo = false): void {
    this.#courseToo ||= courseToo;
    clearTimeout(this.#soon);
    this.#soon = setTimeout(() => {
      const both = this.#courseToo;
      this.#courseToo = false;
      this.#look(both);
    }, milliseconds);
  }

  async close(): Promise<void> {
    clearInterval(this.#patrol);
    clearTimeout(this.#soon);
    await this.#watcher.close();
  }
}
