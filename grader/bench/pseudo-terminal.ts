import { type ChildProcess, execFile, spawn, spawnSync } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';

/** How long anything may take before it is taken for stuck. */
const PATIENCE = 30_000;

/** How long a program may take to end. */
const LONGEST_END = 10_000;

/** The size of a terminal. */
export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** How a program is run in a terminal. */
export interface Running extends Size {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** Whether this machine can run a program in a terminal: util-linux has `script`. */
export function hasPseudoTerminals(): boolean {
  const { status, stdout } = spawnSync('script', ['--version'], { encoding: 'utf8' });
  return status === 0 && stdout.includes('util-linux');
}

/**
 * A program in a terminal of its own, what it has on its screen, and a keyboard. It
 * understands what `chainrule watch` writes: lines at their places, in colours.
 */
export class PseudoTerminal {
  readonly #process: ChildProcess;
  readonly #ended: Promise<number>;
  readonly #place: Promise<string>;
  #all = '';
  #read = 0;
  #rows: string[] = [];
  #waiting: (() => void)[] = [];

  /** @param words of the command: program and arguments */
  constructor(words: readonly string[], { columns, rows, cwd, env = {} }: Running) {
    const command = [
      `stty cols ${columns} rows ${rows}`,
      // The settings before and after tell whether the program left them as it found them.
      'echo "terminal $(tty)"; echo "before $(stty -g)"',
      `sh -c 'echo "process $$"; exec "$@"' sh ${words.map(quoted).join(' ')}`,
      'code=$?; echo "after $(stty -g)"; exit $code',
    ].join('; ');
    this.#process = spawn('script', ['-qfec', command, '/dev/null'], {
      cwd,
      env: { ...process.env, TERM: 'xterm-256color', SHELL: '/bin/sh', ...env },
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    this.#output.setEncoding('utf8').on('data', (text: string) => this.#receive(text));
    this.#input.on('error', () => undefined);
    this.#ended = new Promise((resolve) => {
      this.#process.on('exit', (code) => {
        resolve(code ?? 1);
        this.#tell();
      });
    });
    this.#place = this.until(() => /terminal (\S+)/.test(this.#all)).then(
      () => /terminal (\S+)/.exec(this.#all)?.[1] ?? '',
    );
    this.#place.catch(() => undefined);
  }

  /** Everything that was ever written. */
  get all(): string {
    return this.#all;
  }

  /** The lines on the screen, in colours. */
  get painted(): readonly string[] {
    return this.#rows.map((row) => row ?? '');
  }

  /** The lines on the screen. */
  get screen(): readonly string[] {
    return this.painted.map((row) => row.replace(COLOURS, '').trimEnd());
  }

  /** Types on the keyboard. */
  type(text: string): void {
    this.#input.write(text);
  }

  /** Sends the program itself a signal. */
  signal(signal: NodeJS.Signals): void {
    const number = /process (\d+)/.exec(this.#all)?.[1];
    if (number === undefined) throw new Error('the program has not started yet');
    process.kill(Number(number), signal);
  }

  /** Pulls at the edge of the window. */
  async resize({ columns, rows }: Size): Promise<void> {
    const place = await this.#place;
    const words = ['-F', place, 'cols', String(columns), 'rows', String(rows)];
    await new Promise((resolve) => execFile('stty', words, resolve));
  }

  /** Waits until something stands on the screen. */
  sees(words: string | RegExp, patience?: number): Promise<void> {
    const holds = () => {
      const text = this.screen.join('\n');
      return typeof words === 'string' ? text.includes(words) : words.test(text);
    };
    return this.until(holds, patience, String(words));
  }

  /** Waits until something holds of what was written. */
  async until(
    holds: () => boolean,
    patience = PATIENCE,
    what = 'what was waited for',
  ): Promise<void> {
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      this.#tell();
    }, patience);
    while (!holds() && !late && this.#process.exitCode === null) {
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    clearTimeout(timer);
    if (!holds()) {
      throw new Error(
        `${what} did not come:\n${this.screen.join('\n')}\n\n${JSON.stringify(this.#all.slice(-2000))}`,
      );
    }
  }

  /** Waits for the end of the program: its exit code. */
  ended(): Promise<number> {
    return this.#ended;
  }

  /** Ends the program where it has not ended itself, and waits until it has; throws where it had to be killed. */
  async close(): Promise<void> {
    if (this.#process.exitCode !== null) return;
    this.signal('SIGTERM');
    let killed = false;
    const stuck = setTimeout(() => {
      killed = true;
      this.signal('SIGKILL');
      this.#process.kill('SIGKILL');
    }, LONGEST_END);
    await this.#ended;
    clearTimeout(stuck);
    if (killed) throw new Error('the program did not end when it was told to');
  }

  get #input(): Writable {
    // Piped above, so it is there.
    return this.#process.stdin as Writable;
  }

  get #output(): Readable {
    // Piped above, so it is there.
    return this.#process.stdout as Readable;
  }

  #receive(text: string): void {
    this.#all += text;
    this.#draw();
    this.#tell();
  }

  #tell(): void {
    for (const tell of this.#waiting.splice(0)) tell();
  }

  /** Carries out what was written since; the last of it again, which may have been cut. */
  #draw(): void {
    PLACED.lastIndex = this.#read;
    for (const { index, 1: row, 2: text = '' } of this.#all.matchAll(PLACED)) {
      if (row === undefined) this.#rows = [];
      else this.#rows[Number(row) - 1] = text;
      this.#read = index;
    }
  }
}

/** A line that is put at a place, or a screen that is cleared. */
const PLACED = /\u001b\[(\d+);1H\u001b\[K((?:[^\u001b]|\u001b\[[\d;]*m)*)|\u001b\[2J/g;
const COLOURS = /\u001b\[[\d;]*m/g;

function quoted(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}
