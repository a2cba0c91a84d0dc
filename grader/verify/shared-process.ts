import { Session } from '../sandbox/session.ts';
import type { Sessions } from '../sandbox/sessions.ts';

/**
 * One process for programs of the course's own, which have nothing to hide from each
 * other: students get one each. It is started once, and has its libraries warm after the
 * first program.
 */
export class SharedProcess implements Pick<Sessions, 'open'> {
  #lent: { readonly session: Lent; readonly memory: number } | null = null;

  /** @param isolation as strong as that of students */
  constructor(readonly isolation: Sessions['isolation']) {}

  open(memory: number): Session {
    // A process has the memory that it was started with.
    if (this.#lent?.memory !== memory) {
      this.close();
      this.#lent = { session: new Lent(memory, this.isolation), memory };
    }
    return this.#lent.session;
  }

  close(): void {
    this.#lent?.session.end();
    this.#lent = null;
  }
}

/** A session that goes on after whoever opened it is done. */
class Lent extends Session {
  override close(): void {}

  end(): void {
    super.close();
  }
}
