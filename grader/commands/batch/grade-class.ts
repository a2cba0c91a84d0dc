import { performance } from 'node:perf_hooks';
import type { HandIn } from '../../contract/class.ts';
import type { Key } from '../../contract/key.ts';
import { Refusal } from '../../contract/refusal.ts';
import { fileNames } from '../write-class.ts';
import { Crew } from './crew.ts';
import {
  type Conditions,
  fingerprintOf,
  questionsFingerprint,
  submissionFingerprint,
} from './fingerprint.ts';
import type { Entry, Journal } from './journal.ts';
import type { Task } from './task.ts';

/** A class to grade, and with what. */
export interface ClassWork {
  readonly handIns: readonly HandIn[];
  readonly conditions: Conditions;
  /** Folder of the course. */
  readonly course: string;
  readonly canLink: boolean;
  /** Asked for when the first hand-in has to be graded: it takes its time to be made. */
  readonly key: () => Promise<Key>;
  /** Folder that everything is written to. */
  readonly out: string;
  readonly jobs: number;
  readonly journal: Journal;
  /** Ends the work early: what is finished by then stays. */
  readonly signal: AbortSignal;
  /** Told at the beginning, and after each hand-in. */
  readonly progress: (done: number, of: number) => void;
}

/** Why a hand-in has no result. */
export interface Problem {
  readonly id: string;
  readonly what: string;
  readonly remedy: string;
}

/** What came of a class. */
export interface ClassGraded {
  /** In the order of the hand-ins. */
  readonly entries: readonly Entry[];
  readonly problems: readonly Problem[];
  /** How many were finished before, and stand as they stood. */
  readonly unchanged: number;
}

/** A hand-in, and how its files are called. */
interface Turn {
  readonly handIn: HandIn;
  readonly name: string;
  /** Milliseconds that reading it has taken so far. */
  readonly collected: number;
}

/**
 * Grades a class, several hand-ins at a time. Each is on the disk with all its pages
 * before it counts; one that cannot be read or graded is told and stops no other.
 *
 * @throws Refusal where there is no key to grade by, or nothing can be written any more
 */
export async function gradeClass(work: ClassWork): Promise<ClassGraded> {
  const { handIns, conditions, out, journal, signal, progress } = work;
  const names = fileNames(handIns.map(({ id }) => id));
  const turns = handIns.map(
    (handIn, at): Turn => ({ handIn, name: names[at] ?? '', collected: 0 }),
  );
  const same = {
    conditions: fingerprintOf(conditions),
    questions: questionsFingerprint(conditions),
  };
  const entries = new Map<HandIn, Entry>();
  const problems = new Map<HandIn, Problem>();
  const due: Turn[] = [];
  let done = 0;
  progress(done, handIns.length);
  const told = (): void => {
    done += 1;
    progress(done, handIns.length);
  };

  /** What is to be graded of a hand-in, or `null` where that cannot be read. */
  const task = async ({ handIn, name, collected }: Turn): Promise<Task | null> => {
    const begun = performance.now();
    try {
      const submission = await handIn.read(conditions.course);
      return {
        submission,
        collected: collected + performance.now() - begun,
        about: { ...same, name, submission: submissionFingerprint(submission) },
      };
    } catch (error) {
      problems.set(handIn, problemOf(handIn.id, error));
      told();
      return null;
    }
  };

  for (const turn of turns) {
    if (signal.aborted) break;
    const wanted = await task(turn);
    if (wanted === null) continue;
    const known = await journal.finished(out, turn.handIn.id, wanted.about);
    if (known === null) {
      due.push({ ...turn, collected: wanted.collected });
    } else {
      entries.set(turn.handIn, known);
      told();
    }
  }
  const unchanged = entries.size;

  await withCrew(work, due.length, async (crew, ended) => {
    await sharedOut(due, work.jobs + 1, async (turn) => {
      if (ended.aborted) return;
      // Read anew: a class does not lie in memory.
      const wanted = await task(turn);
      if (wanted === null) return;
      try {
        const entry = await crew.grade(wanted);
        await journal.add(entry);
        entries.set(turn.handIn, entry);
      } catch (error) {
        if (ended.aborted) return;
        // A disk that is full is full for everybody.
        if (error instanceof Refusal && error.code === 'cannot-write') throw error;
        problems.set(turn.handIn, problemOf(turn.handIn.id, error));
      }
      told();
    });
  });
  return {
    entries: handIns.flatMap((handIn) => entries.get(handIn) ?? []),
    problems: handIns.flatMap((handIn) => problems.get(handIn) ?? []),
    unchanged,
  };
}

/** Works with a crew, where there is work, and dismisses it afterwards or as soon as it is to end. */
async function withCrew(
  { key, conditions, course, canLink, out, jobs, signal }: ClassWork,
  tasks: number,
  work: (crew: Crew, ended: AbortSignal) => Promise<void>,
): Promise<void> {
  if (tasks === 0 || signal.aborted) return;
  const { isolation } = conditions;
  const orders = { course, canLink, isolation, out, key: await key() };
  const crew = new Crew(orders, Math.min(jobs, tasks));
  const failed = new AbortController();
  const ended = AbortSignal.any([signal, failed.signal]);
  ended.addEventListener('abort', () => void crew.dismiss());
  try {
    await work(crew, ended);
  } finally {
    failed.abort();
    await crew.dismiss();
  }
}

/** Works on many things, a few at a time, in their order; the first failure is thrown when all have stopped. */
async function sharedOut<Thing>(
  things: readonly Thing[],
  atATime: number,
  work: (thing: Thing) => Promise<void>,
): Promise<void> {
  const queue = things.values();
  let failure: { readonly error: unknown } | null = null;
  const hands = Array.from({ length: atATime }, async () => {
    for (const thing of queue) {
      if (failure !== null) return;
      await work(thing).catch((error: unknown) => {
        failure ??= { error };
      });
    }
  });
  await Promise.all(hands);
  // TypeScript does not see that a function above may have set it.
  const found = failure as { readonly error: unknown } | null;
  if (found !== null) throw found.error;
}

function problemOf(id: string, error: unknown): Problem {
  if (error instanceof Refusal) return { id, what: error.message, remedy: error.remedy };
  const why = error instanceof Error ? error.message : String(error);
  return {
    id,
    what: `it could not be graded (${why}); this is a defect of the grader, not of the submission`,
    remedy: 'Grade it alone with "chainrule grade" to see more.',
  };
}
