import type { Interruption, Isolation } from '../contract/evidence.ts';
import { DEFAULT_LIMITS, type Limits } from '../contract/exercise.ts';
import { Child, type Ended } from './child-process.ts';
import { strongestIsolation } from './isolation.ts';
import { machine, wasCrowdedOut } from './machine.ts';
import {
  answerIn,
  jsonOrNull,
  type RealmAnswer,
  type Request,
  type WallFunction,
} from './protocol.ts';

/** An answer of the realm that was held to its schema, or how the call was interrupted. */
export type Answer =
  | RealmAnswer
  | {
      readonly outcome: 'interrupted';
      readonly how: Interruption;
      /** Milliseconds of processor time, where the child could still tell. */
      readonly processor: number | null;
    };

/** After so many calls that had to be stopped, the rest of an exercise is not tried. */
const MOST_INTERRUPTIONS = 3;
/**
 * Seconds of processor time for a call after one that did not end: many times what any
 * takes that ends, and little enough to find out which of the others have the same loop.
 */
const SECONDS_AFTERWARDS = 0.5;
/**
 * How much longer than its processor time a call may take on the clock: beside others, so
 * that one which shares the processor need not be made again, and when it is made again alone.
 */
const PATIENCE = { beside: 1.5, alone: 3 };
/** Characters that are kept of what is printed. */
const PRINTED_LIMIT = 8 * 1024;

/**
 * The exercises of one submission, or of the reference, in a process of their own.
 * A process that had to be stopped is replaced, and the exercise goes on in a fresh
 * one, so that one endless loop does not take the other checks with it.
 */
export class Session {
  readonly isolation: Isolation;
  readonly #memory: number;
  #child: Child;
  #open: { readonly code: string; readonly limits: Limits } | null = null;
  #interruptions = 0;
  /** Whether a call of this exercise was late, whoever was in its way. */
  #late = false;
  /** Whether a call was late even when no other was in its way. */
  #endless = false;
  #printed = '';
  #closed = false;

  /**
   * @param memory mebibytes of heap for each process
   * @param isolation how strongly processes are kept apart; the strongest there is, unless said
   * @param child a process of that kind which was started before and asked nothing
   */
  constructor(
    memory: number,
    isolation: Isolation = strongestIsolation().level,
    child: Child = new Child(isolation, memory),
  ) {
    this.isolation = isolation;
    this.#memory = memory;
    this.#child = child;
  }

  /** Whether it was ended: what is answered since says nothing about a program. */
  get closed(): boolean {
    return this.#closed;
  }

  /** Evaluates a compiled exercise in place of the one before. */
  async open(code: string, limits: Limits): Promise<Answer> {
    this.#open = { code, limits };
    this.#interruptions = 0;
    this.#late = false;
    this.#endless = false;
    this.#printed = '';
    return this.#fairly(limits, (_, patience) => this.#load(limits, patience));
  }

  /** Calls one function of the wall with the open exercise. */
  async call(name: WallFunction, ...list: readonly (string | number)[]): Promise<Answer> {
    const open = this.#open;
    if (open === null) throw new Error('nothing was opened');
    const limits = this.#late ? hurried(open.limits) : open.limits;
    const answer = await this.#fairly(limits, async (limits, patience) => {
      if (this.#interruptions >= MOST_INTERRUPTIONS) return interrupted('not-reached');
      if (!this.#child.alive) {
        const loaded = await this.#load(limits, patience);
        // Late again may be the fault of others; anything else was tried and told before.
        if (loaded.outcome === 'interrupted' && loaded.how === 'timed-out') return loaded;
        if (loaded.outcome !== 'loaded') return interrupted('not-reached');
      }
      return this.#ask({ op: 'call', name, arguments: list }, limits, patience);
    });
    if (answer.outcome !== 'interrupted' || answer.how !== 'timed-out') return answer;
    this.#late = true;
    // It was not given the time that a call may take.
    return limits.seconds < open.limits.seconds ? interrupted('not-reached') : answer;
  }

  /** What was printed since the exercise was opened; what a process held that was killed is lost. */
  async printed(): Promise<string> {
    if (this.#open !== null && this.#child.alive) await this.#keepPrinted();
    return this.#printed;
  }

  /** Evaluates a compiled file and answers with one export as plain data. */
  async data(code: string, name: string): Promise<Answer> {
    this.#open = null;
    this.#revive();
    return this.#ask({ op: 'data', code, name }, DEFAULT_LIMITS);
  }

  /** Ends the process; whatever is still asked afterwards is answered as ended. */
  close(): void {
    this.#closed = true;
    this.#child.stop();
  }

  /** Makes a call beside others, and where those were in its way, once again alone. */
  async #fairly(
    limits: Limits,
    make: (limits: Limits, patience: number) => Promise<Answer>,
  ): Promise<Answer> {
    const answer = await machine.among(() => make(limits, limits.seconds * PATIENCE.beside));
    if (answer.outcome !== 'interrupted' || answer.how !== 'timed-out') return answer;
    if (this.#endless || !wasCrowdedOut(answer.processor, limits.seconds)) return answer;
    this.#interruptions -= 1;
    const again = await machine.alone(() => make(limits, limits.seconds * PATIENCE.alone));
    // A program that is late even alone is not waited for so long a second time.
    this.#endless = again.outcome === 'interrupted' && again.how === 'timed-out';
    return again;
  }

  #load(limits: Limits, patience: number): Promise<Answer> {
    const open = this.#open;
    if (open === null) throw new Error('nothing was opened');
    this.#revive();
    const { depth } = limits;
    const characters = charactersOf(limits);
    return this.#ask({ op: 'open', code: open.code, characters, depth }, limits, patience);
  }

  #revive(): void {
    if (!this.#child.alive && !this.#closed) this.#child = new Child(this.isolation, this.#memory);
  }

  async #ask(request: Request, limits: Limits, patience: number = limits.seconds): Promise<Answer> {
    const ask = { ...request, seconds: limits.seconds, patience };
    const ended = await this.#child.ask(ask, charactersOf(limits));
    const answer = this.#checked(ended, limits);
    if (answer.outcome === 'interrupted') {
      this.#interruptions += 1;
      if (this.#child.alive) await this.#keepPrinted();
      // A realm that was stopped in the middle may hold half-made state.
      this.#child.stop();
    }
    return answer;
  }

  #checked(ended: Ended, limits: Limits): Answer {
    if (ended.state === 'interrupted') return interrupted(ended.how, ended.processor);
    return answerIn(ended.text, limits.depth) ?? interrupted('ended-early');
  }

  async #keepPrinted(): Promise<void> {
    const ended = await this.#child.ask(
      { op: 'call', name: 'printed', arguments: [], seconds: 1, patience: 1 },
      PRINTED_LIMIT * 6,
    );
    const text = ended.state === 'answered' ? jsonOrNull(ended.text) : null;
    if (typeof text === 'string') this.#printed = (this.#printed + text).slice(0, PRINTED_LIMIT);
  }
}

function interrupted(how: Interruption, processor: number | null = null): Answer {
  return { outcome: 'interrupted', how, processor };
}

/** What a call may use after another did not come to its end. */
function hurried(limits: Limits): Limits {
  return { ...limits, seconds: Math.min(limits.seconds, SECONDS_AFTERWARDS) };
}

function charactersOf(limits: Limits): number {
  return limits.output * 1024;
}
