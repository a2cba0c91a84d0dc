import type { Static } from '@sinclair/typebox';
import type { Interruption } from '../contract/evidence.ts';
import type { Limits } from '../contract/exercise.ts';
import type { Frozen } from '../contract/identity.ts';
import { firstProblem } from '../contract/validator.ts';
import { Child, type Reply } from './child-process.ts';
import { AnswerSchema, type Ask, type WallFunction } from './protocol.ts';

/** An answer of the realm that was held to its schema, or how the call was interrupted. */
export type Answer =
  | Frozen<Static<typeof AnswerSchema>>
  | { readonly outcome: 'interrupted'; readonly how: Interruption };

/** After so many calls that had to be stopped, the rest of an exercise is not tried. */
const MOST_INTERRUPTIONS = 3;

/**
 * The realms of one submission, or of the reference, in a process of their own.
 * A process that had to be stopped is replaced, and the exercise goes on in a
 * fresh realm, so that one endless loop does not take the other checks with it.
 */
export class Session {
  readonly #memory: number;
  #child: Child;
  #open: { readonly code: string; readonly limits: Limits } | null = null;
  #interruptions = 0;
  #closed = false;

  /** @param memory mebibytes of heap for each process */
  constructor(memory: number) {
    this.#memory = memory;
    this.#child = new Child(memory);
  }

  /** Makes a fresh realm and evaluates a compiled exercise in it. */
  async open(code: string, limits: Limits): Promise<Answer> {
    this.#open = { code, limits };
    this.#interruptions = 0;
    return this.#load();
  }

  /** Calls one function of the wall in the open realm. */
  async call(name: WallFunction, ...list: readonly (string | number)[]): Promise<Answer> {
    const open = this.#open;
    if (open === null) throw new Error('nothing was opened');
    if (this.#interruptions >= MOST_INTERRUPTIONS) {
      return { outcome: 'interrupted', how: 'not-reached' };
    }
    if (!this.#child.alive) {
      const loaded = await this.#load();
      if (loaded.outcome !== 'loaded') return { outcome: 'interrupted', how: 'not-reached' };
    }
    return this.#ask({
      op: 'call',
      name,
      arguments: list,
      seconds: open.limits.seconds,
    });
  }

  /** What was printed in the open realm; lost with a process that was stopped. */
  async printed(): Promise<string> {
    if (!this.#child.alive || this.#open === null) return '';
    const reply = await this.#child.ask(
      { op: 'call', name: 'printed', arguments: [], seconds: 1 },
      64 * 1024,
    );
    if (reply.state !== 'answered') return '';
    const text = jsonOrNull(reply.text);
    return typeof text === 'string' ? text : '';
  }

  /** Evaluates a compiled file in a realm of its own and answers with one export as plain data. */
  async data(code: string, name: string): Promise<Answer> {
    this.#open = null;
    this.#revive();
    return this.#checked(await this.#child.ask({ op: 'data', code, name, seconds: 5 }, 1 << 20));
  }

  /** Ends the process; whatever is still asked afterwards is answered as ended. */
  close(): void {
    this.#closed = true;
    this.#child.stop();
  }

  #load(): Promise<Answer> {
    const open = this.#open;
    if (open === null) throw new Error('nothing was opened');
    this.#revive();
    return this.#ask({
      op: 'open',
      code: open.code,
      budget: charactersOf(open.limits),
      seconds: open.limits.seconds,
    });
  }

  #revive(): void {
    if (!this.#child.alive && !this.#closed) this.#child = new Child(this.#memory);
  }

  async #ask(ask: Ask): Promise<Answer> {
    const limits = this.#open?.limits;
    const reply = await this.#child.ask(ask, limits === undefined ? 0 : charactersOf(limits));
    const answer = this.#checked(reply);
    if (answer.outcome === 'interrupted') {
      this.#interruptions += 1;
      // A realm that was stopped in the middle may hold half-made state.
      this.#child.stop();
    }
    return answer;
  }

  #checked(reply: Reply): Answer {
    if (reply.state === 'interrupted') return { outcome: 'interrupted', how: reply.how };
    const data = jsonOrNull(reply.text);
    if (data === null || firstProblem(AnswerSchema, data) !== null) {
      this.#child.stop();
      return { outcome: 'interrupted', how: 'ended-early' };
    }
    // Held to the schema in the line above.
    return data as Answer;
  }
}

function charactersOf(limits: Limits): number {
  return limits.output * 1024;
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
