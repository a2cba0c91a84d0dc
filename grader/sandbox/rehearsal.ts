import { performance } from 'node:perf_hooks';
import type { Isolation } from '../contract/evidence.ts';
import type { Limits } from '../contract/exercise.ts';
import { strongestIsolation } from './isolation.ts';
import type { WallFunction } from './protocol.ts';
import { type Answer, Session } from './session.ts';

/** Milliseconds; what takes longer is not rehearsed: it would be in the way of who comes meanwhile. */
const QUICK = 30;

/** What a session was asked, as far as it was quick and came to its end. */
interface Script {
  readonly code: string;
  readonly limits: Limits;
  readonly calls: (readonly [WallFunction, readonly (string | number)[]])[];
}

/**
 * Sessions for one who judges the same student's work again and again: the process
 * of the next is started when the present one is done, and has run what was run last.
 * What comes of that is thrown away; what stays is that Node has compiled the wall and
 * the libraries, which is half of the time.
 */
export class RehearsedSessions {
  #last: RecordingSession | null = null;
  #spare: RecordingSession | null = null;
  #closed = false;

  constructor(readonly isolation: Isolation = strongestIsolation().level) {}

  /** @param memory mebibytes of heap for each process */
  open(memory: number): Session {
    const spare = this.#spare;
    this.#spare = null;
    const fits = spare?.memory === memory;
    if (!fits) spare?.close();
    this.#last = fits ? spare : new RecordingSession(memory, this.isolation);
    return this.#last;
  }

  /** Starts the process of the next session and rehearses in it, unless one is there or none will come. */
  prepare(): void {
    if (this.#closed || this.#last === null || this.#spare !== null) return;
    const { memory, script } = this.#last;
    this.#spare = new RecordingSession(memory, this.isolation);
    if (script !== null) this.#spare.rehearse(script);
  }

  /** Ends the process that waits, and starts no other. */
  close(): void {
    this.#closed = true;
    this.#spare?.close();
    this.#spare = null;
  }
}

/** A session that keeps what it was asked, and can be asked something before. */
class RecordingSession extends Session {
  script: Script | null = null;
  #rehearsing: Promise<void> = Promise.resolve();
  #wanted = false;

  constructor(
    readonly memory: number,
    isolation: Isolation,
  ) {
    super(memory, isolation);
  }

  rehearse({ code, limits, calls }: Script): void {
    const work = async (): Promise<void> => {
      if ((await super.open(code, limits)).outcome !== 'loaded') return;
      for (const [name, list] of calls) {
        if (this.#wanted) return;
        const answer = await super.call(name, ...list);
        // What was quick before and is not now would only be in the way.
        if (answer.outcome === 'interrupted') return;
      }
    };
    this.#rehearsing = work().catch(() => undefined);
  }

  override async open(code: string, limits: Limits): Promise<Answer> {
    this.#wanted = true;
    await this.#rehearsing;
    this.script = { code, limits, calls: [] };
    const answer = await super.open(code, limits);
    if (answer.outcome !== 'loaded') this.script = null;
    return answer;
  }

  override async call(name: WallFunction, ...list: readonly (string | number)[]): Promise<Answer> {
    const start = performance.now();
    const answer = await super.call(name, ...list);
    const quick = performance.now() - start < QUICK;
    if (answer.outcome === 'interrupted') this.script = null;
    else if (quick) this.script?.calls.push([name, list]);
    return answer;
  }
}
