import { writeSync } from 'node:fs';
import type { ReadStream, WriteStream } from 'node:tty';
import { screen } from '../../../reports/watch/screen.ts';
import type { WatchState } from '../../watch/state.ts';
import { keysIn } from '../../watch/typed.ts';
import type { Display, Listener } from './display.ts';

// The other screen of the terminal, no cursor, and no line that goes on in the next.
const ENTER = '\u001b[?1049h\u001b[?25l\u001b[?7l\u001b[2J';
const LEAVE = '\u001b[?7h\u001b[?25h\u001b[?1049l';
const STDOUT = 1;
const SUSPEND = '\u001a';

/** A whole terminal, of which only those lines are written that changed. */
export class FullScreen implements Display {
  readonly #input: ReadStream;
  readonly #output: WriteStream;
  readonly #colour: boolean;
  #lines: readonly string[] = [];
  #state: WatchState | null = null;
  #on = false;
  #listener: Listener | null = null;

  constructor(input: ReadStream, output: WriteStream, colour: boolean) {
    this.#input = input;
    this.#output = output;
    this.#colour = colour;
  }

  start(listener: Listener): void {
    this.#listener = listener;
    this.#input.setEncoding('utf8');
    this.#input.on('data', this.#heard);
    this.#input.on('end', listener.gone).on('error', listener.gone);
    this.#output.on('resize', this.#redraw);
    // Whatever ends this program, the terminal is its owner's again.
    process.on('exit', this.#leave);
    this.#enter();
  }

  show(state: WatchState): void {
    this.#state = state;
    if (!this.#on) return;
    // Some terminals do not know their size, and say 0.
    const columns = this.#output.columns || 80;
    const rows = this.#output.rows || 24;
    const lines = screen(state, { columns, rows, colour: this.#colour });
    const changed = lines.flatMap((line, at) =>
      line === this.#lines[at] ? [] : [`\u001b[${at + 1};1H\u001b[K${line}`],
    );
    this.#lines = lines;
    if (changed.length > 0) this.#output.write(changed.join(''));
  }

  stop(): void {
    this.#leave();
    process.off('exit', this.#leave);
    process.off('SIGCONT', this.#resume);
    this.#output.off('resize', this.#redraw);
    this.#input.off('data', this.#heard);
    this.#input.pause();
    // A terminal that went away is not always let go of.
    this.#input.unref();
  }

  #enter(): void {
    this.#on = true;
    this.#input.setRawMode(true);
    this.#input.resume();
    this.#output.write(ENTER);
    this.#redraw();
  }

  readonly #leave = (): void => {
    if (!this.#on) return;
    this.#on = false;
    try {
      this.#input.setRawMode(false);
      // At once: after this, the program may be no more.
      writeSync(STDOUT, LEAVE);
    } catch {
      // The terminal itself is gone.
    }
  };

  readonly #redraw = (): void => {
    this.#lines = [];
    if (this.#on) this.#output.write('\u001b[2J');
    if (this.#state !== null) this.show(this.#state);
  };

  readonly #heard = (sent: string): void => {
    if (sent === SUSPEND) {
      this.#suspend();
      return;
    }
    for (const key of keysIn(sent)) void this.#listener?.asked({ key });
  };

  /** Ctrl+Z, which raw mode keeps from doing what it does elsewhere. */
  #suspend(): void {
    if (process.platform === 'win32') return;
    this.#leave();
    process.once('SIGCONT', this.#resume);
    // The whole group, as the terminal itself would do it: npx and shells in between, too.
    process.kill(0, 'SIGTSTP');
    // Here again already? Then nobody is there to go on with it, and the system did not stop it.
    setImmediate(this.#resume);
  }

  readonly #resume = (): void => {
    process.off('SIGCONT', this.#resume);
    if (!this.#on) this.#enter();
  };
}
