import type { Key } from '../../watch/event.ts';
import type { WatchState } from '../../watch/state.ts';

/** What a student asks for, whatever it was done with. */
export type Asked = { readonly key: Key } | { readonly exercise: string };

/** A place that shows a watch and hears of its student. */
export interface Display {
  /**
   * Begins to listen.
   *
   * @param name of the work that is watched
   */
  start(listener: Listener, name: string): void;
  show(state: WatchState): void;
  /** Leaves everything as it was found. */
  stop(): void;
}

/** Whom a display tells. */
export interface Listener {
  /** Resolves when what was asked for is done. */
  readonly asked: (asked: Asked) => Promise<void>;
  /** Nobody is there any more. */
  readonly gone: () => void;
}
