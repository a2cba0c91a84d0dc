import type { Isolation } from '../contract/evidence.ts';
import { Child } from './child-process.ts';
import { strongestIsolation } from './isolation.ts';
import { Session } from './session.ts';

/**
 * Opens a session for each submission. Where more are to come, the process of the
 * next one starts while the present one works: a process costs little, but
 * waiting for it costs every submission the same.
 */
export class Sessions {
  readonly #ahead: boolean;
  #spare: { readonly child: Child; readonly memory: number } | null = null;

  /** @param ahead whether another submission follows each */
  constructor(
    readonly isolation: Isolation = strongestIsolation().level,
    { ahead = false } = {},
  ) {
    this.#ahead = ahead;
  }

  /** @param memory mebibytes of heap for each process */
  open(memory: number): Session {
    const spare = this.#spare;
    this.#spare = null;
    // A process has the memory that it was started with.
    const fits = spare?.memory === memory && spare.child.alive;
    if (!fits) spare?.child.stop();
    const session = new Session(memory, this.isolation, fits ? spare.child : undefined);
    if (this.#ahead) this.#spare = { child: new Child(this.isolation, memory), memory };
    return session;
  }

  /** Ends the process that waits for a submission that does not come. */
  close(): void {
    this.#spare?.child.stop();
    this.#spare = null;
  }
}
