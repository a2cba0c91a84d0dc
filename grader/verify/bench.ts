import { createHash } from 'node:crypto';
import type { Analyst } from '../analysis/analyst.ts';
import type { Course, CourseExercise } from '../contract/course.ts';
import type { ExerciseSlug } from '../contract/identity.ts';
import type { Kinds } from '../contract/kinds.ts';
import type { Submission } from '../contract/submission.ts';
import type { Grading } from '../grade.ts';
import { KeyMaker, type KeySource } from '../make-key.ts';
import { Memory } from '../memory.ts';
import type { Sessions } from '../sandbox/sessions.ts';
import { SharedProcess } from './shared-process.ts';

/** What proving works with. */
export interface Tools {
  readonly course: Course;
  readonly kinds: Kinds;
  readonly analyst: Pick<Analyst, 'analyse' | 'close'>;
  readonly sessions: Sessions;
}

/** A survivor is tried with so many seeds, one after the other. */
const SEEDS_AT_HAND = 4;

/** What one seed leaves behind for the next task with it. */
interface Seeded {
  readonly keys: KeySource;
  /** What the solutions did: who builds on them finds it here. */
  readonly memory: Memory;
}

/** The tools of one worker, and what it keeps from one task to the next. */
export class Bench {
  readonly #seeded = new Map<string, Seeded>();
  readonly #facts = new Map<string, ReturnType<Analyst['analyse']>>();

  readonly #shared: SharedProcess;

  constructor(readonly tools: Tools) {
    this.#shared = new SharedProcess(tools.sessions.isolation);
  }

  /** Keys of a seed, made once; the ones not asked for lately go. */
  keys(seed: string): KeySource {
    return this.#at(seed).keys;
  }

  /**
   * Grading of some exercises by the key of one seed. Those that they build on are the
   * solutions most of the time, and run once; each text is read once, and all programs run
   * in one process unless one of their own is asked for.
   */
  grading(
    seed: string,
    slugs: readonly ExerciseSlug[],
    sessions: Grading['sessions'] = this.#shared,
  ): Grading {
    const { keys, memory } = this.#at(seed);
    return {
      ...this.tools,
      sessions,
      keys,
      analyst: { analyse: (exercises, submission) => this.#read(exercises, submission) },
      only: new Set(slugs),
      memory: {
        recall: (...place) => memory.recall(...place),
        // What is tried comes once, and would take the place of what others build on.
        keep: (evidence, texts) => {
          if (!slugs.includes(evidence.slug)) memory.keep(evidence, texts);
        },
      },
    };
  }

  /** Ends the processes of the keys; the tools are closed by who opened them. */
  close(): void {
    this.#shared.close();
    for (const { keys } of this.#seeded.values()) keys.close();
    this.#seeded.clear();
  }

  #at(seed: string): Seeded {
    const seeded = this.#seeded.get(seed) ?? {
      keys: new KeyMaker(this.tools.course, seed),
      memory: new Memory(),
    };
    // Last in line is who was asked for last.
    this.#seeded.delete(seed);
    this.#seeded.set(seed, seeded);
    const [oldest] = this.#seeded;
    if (this.#seeded.size > SEEDS_AT_HAND && oldest !== undefined) {
      oldest[1].keys.close();
      this.#seeded.delete(oldest[0]);
    }
    return seeded;
  }

  #read(
    exercises: readonly CourseExercise[],
    submission: Submission,
  ): ReturnType<Analyst['analyse']> {
    const files = exercises.map(({ slug }) => [slug, submission.files.get(slug)]);
    const place = createHash('sha256').update(JSON.stringify(files)).digest('hex');
    const facts = this.#facts.get(place) ?? this.tools.analyst.analyse(exercises, submission);
    this.#facts.set(place, facts);
    return facts;
  }
}
