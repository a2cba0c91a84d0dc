import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Readable, Writable } from 'node:stream';
import type { Interruption, Isolation } from '../contract/evidence.ts';
import { frame, readFrame } from './frame.ts';
import type { Ask } from './protocol.ts';

/** How a request ended: with text from the realm, or without. */
export type Reply =
  | { readonly state: 'answered'; readonly text: string }
  | { readonly state: 'interrupted'; readonly how: Interruption };

/** How long a child may overrun its own clock before it is killed: native loops do not see that clock. */
const GRACE_SECONDS = 0.5;
/** Room in a frame beyond the text that the realm is allowed: its JSON around it. */
const FRAME_SURPLUS = 64 * 1024;

const packageRoot = path.dirname(createRequire(import.meta.url).resolve('chainrule/package.json'));
const home = path.join(packageRoot, 'dist', 'sandbox');

const permissionFlag = ['--permission', '--experimental-permission'].find((flag) =>
  process.allowedNodeEnvironmentFlags.has(flag),
);

/** How strongly children are kept apart from this machine. */
export const isolation: Isolation = permissionFlag === undefined ? 'process' : 'permissions';

/** The disposable process that runs one submission's code. The parent owns its clock and its end. */
export class Child {
  readonly #process: ChildProcess;
  #received = Buffer.alloc(0);
  #limit = FRAME_SURPLUS;
  #settle: ((reply: Reply) => void) | null = null;
  #ended: Interruption | null = null;

  /** @param memory mebibytes of heap */
  constructor(memory: number) {
    this.#process = spawn(process.execPath, flags(memory), {
      stdio: ['pipe', 'ignore', 'ignore', 'pipe'],
      env: { LC_ALL: 'C', TZ: 'UTC' },
      cwd: path.parse(home).root,
    });
    this.#answers.on('data', (bytes: Buffer) => this.#receive(bytes));
    this.#requests.on('error', () => this.#end('ended-early'));
    this.#process.on('error', () => this.#end('ended-early'));
    this.#process.on('exit', (code, signal) => {
      // V8 aborts when the heap limit is reached.
      this.#end(signal === 'SIGABRT' || code === 134 ? 'out-of-memory' : 'ended-early');
    });
  }

  /** Whether it can still be asked. */
  get alive(): boolean {
    return this.#ended === null;
  }

  /**
   * Asks one thing and waits for its answer; never more than one at a time.
   *
   * @param characters that the answer may have
   */
  ask(ask: Ask, characters: number): Promise<Reply> {
    if (this.#settle !== null) throw new Error('a child answers one request at a time');
    if (this.#ended !== null) return Promise.resolve({ state: 'interrupted', how: this.#ended });
    // UTF-8 needs up to three bytes for one UTF-16 unit.
    this.#limit = characters * 3 + FRAME_SURPLUS;
    const { promise, resolve } = deferred<Reply>();
    const timer = setTimeout(() => this.#end('timed-out'), (ask.seconds + GRACE_SECONDS) * 1000);
    this.#settle = (reply) => {
      clearTimeout(timer);
      this.#settle = null;
      resolve(reply);
    };
    this.#requests.write(frame(JSON.stringify(ask)));
    return promise;
  }

  /** Ends the process; a request under way is answered as ended. */
  stop(): void {
    this.#end('ended-early');
  }

  get #requests(): Writable {
    // Piped above, so it is there.
    return this.#process.stdin as Writable;
  }

  get #answers(): Readable {
    // Descriptor 3 is piped above, so it is there and readable.
    return this.#process.stdio[3] as Readable;
  }

  #receive(bytes: Buffer): void {
    if (this.#settle === null) {
      // Nothing was asked: what speaks there is not our program.
      this.#end('ended-early');
      return;
    }
    this.#received = Buffer.concat([this.#received, bytes]);
    const arrived = readFrame(this.#received, this.#limit);
    if (arrived.state === 'partial') return;
    if (arrived.state === 'too-large') {
      this.#end('too-much-output');
      return;
    }
    this.#received = Buffer.alloc(0);
    if (arrived.surplus > 0) this.#end('ended-early');
    else this.#settle(replyOf(arrived.text));
  }

  #end(how: Interruption): void {
    if (this.#ended === null) {
      this.#ended = how;
      this.#process.kill('SIGKILL');
      this.#answers.destroy();
      this.#requests.destroy();
    }
    this.#settle?.({ state: 'interrupted', how: this.#ended });
  }
}

function replyOf(text: string): Reply {
  if (text.startsWith('a')) return { state: 'answered', text: text.slice(1) };
  return { state: 'interrupted', how: text.startsWith('l') ? 'timed-out' : 'ended-early' };
}

function flags(memory: number): readonly string[] {
  const permissions =
    permissionFlag === undefined
      ? []
      : [
          permissionFlag,
          ...['child.cjs', 'inside.js'].map((file) => `--allow-fs-read=${path.join(home, file)}`),
        ];
  const whereKnown = ['--disable-sigusr1', '--no-experimental-sqlite'].filter((flag) =>
    process.allowedNodeEnvironmentFlags.has(flag),
  );
  return [
    ...permissions,
    ...whereKnown,
    '--no-warnings',
    '--no-addons',
    '--disallow-code-generation-from-strings',
    `--max-old-space-size=${memory}`,
    '--max-semi-space-size=16',
    path.join(home, 'child.cjs'),
  ];
}

function deferred<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
