import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import type { Readable, Writable } from 'node:stream';
import type { Interruption, Isolation } from '../contract/evidence.ts';
import { frame } from './frame.ts';
import { Inbox } from './inbox.ts';
import { type Launch, launch } from './isolation.ts';
import type { TimedRequest } from './protocol.ts';

/** How a request ended: with text from the realm, or without. */
export type Ended =
  | { readonly state: 'answered'; readonly text: string }
  | {
      readonly state: 'interrupted';
      readonly how: Interruption;
      /** Milliseconds of processor time, where the child could still tell. */
      readonly processor: number | null;
    };

/** Whether processes come in groups that can be ended at one stroke. */
const GROUPS = process.platform !== 'win32';

/** How long a child may overrun its own clock before it is killed: native loops do not see that clock. */
const GRACE_SECONDS = 0.5;
/** Room in a frame beyond the text that the realm is allowed: its JSON around it. */
const FRAME_SURPLUS = 64 * 1024;

/** V8 aborts where the heap is full, and traps where the system gives it no more address space. */
const OUT_OF_MEMORY = new Set<NodeJS.Signals | number | null>([
  'SIGABRT',
  'SIGTRAP',
  'SIGILL',
  128 + 6,
  128 + 5,
  128 + 4,
]);

/** The disposable process that runs one submission's code. The parent owns its clock and its end. */
export class Child {
  readonly #process: ChildProcess;
  readonly #inbox = new Inbox();
  #settle: ((ended: Ended) => void) | null = null;
  #ended: Interruption | null = null;
  #question = 0;

  /**
   * @param isolation how strongly it is kept apart from this machine
   * @param memory mebibytes of heap
   */
  constructor(
    isolation: Isolation,
    memory: number,
    { file, words }: Launch = launch(isolation, memory),
  ) {
    ignoreDebuggerSignal();
    this.#process = spawn(file, words, {
      stdio: ['pipe', 'ignore', 'ignore', 'pipe'],
      env: { LC_ALL: 'C', TZ: 'UTC' },
      cwd: path.parse(process.execPath).root,
      // A group of its own, which is ended as a whole.
      detached: GROUPS,
    });
    this.#answers.on('data', (bytes: Buffer) => this.#receive(bytes));
    this.#requests.on('error', () => this.#end('ended-early'));
    this.#process.on('error', () => this.#end('ended-early'));
    this.#process.on('exit', (code, signal) => {
      const full = OUT_OF_MEMORY.has(signal) || OUT_OF_MEMORY.has(code);
      this.#end(full ? 'out-of-memory' : 'ended-early');
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
  ask(ask: TimedRequest, characters: number): Promise<Ended> {
    if (this.#settle !== null) throw new Error('a child answers one request at a time');
    if (this.#ended !== null) return Promise.resolve(interrupted(this.#ended));
    this.#question += 1;
    const question = this.#question;
    // UTF-8 needs up to three bytes for one UTF-16 unit.
    this.#inbox.expect(question, characters * 3 + FRAME_SURPLUS);
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#end('timed-out'), (ask.patience + GRACE_SECONDS) * 1000);
      this.#settle = (ended) => {
        clearTimeout(timer);
        this.#settle = null;
        resolve(ended);
      };
      this.#requests.write(frame(JSON.stringify({ ...ask, question })));
    });
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
    const received = this.#inbox.receive(bytes);
    if (received.state === 'waiting') return;
    if (received.state === 'too-large') this.#end('too-much-output');
    else if (received.state === 'forged') this.#end('ended-early');
    else if (received.reply.state === 'answered') this.#settle?.(received.reply);
    else if (received.reply.state === 'nothing') this.#settle?.(interrupted('ended-early'));
    else this.#settle?.(interrupted('timed-out', received.reply.processor));
  }

  /** Bubblewrap's two processes are not yet bound to each other while they start: the group is. */
  #kill(): void {
    const { pid, exitCode, signalCode } = this.#process;
    // The number of a process that has ended may be another's by now.
    if (pid === undefined || exitCode !== null || signalCode !== null) return;
    try {
      process.kill(GROUPS ? -pid : pid, 'SIGKILL');
    } catch {
      // It ended in this very moment.
    }
  }

  #end(how: Interruption): void {
    if (this.#ended === null) {
      this.#ended = how;
      this.#kill();
      this.#answers.destroy();
      this.#requests.destroy();
    }
    this.#settle?.(interrupted(this.#ended));
  }
}

/** A child may send this signal, and Node would open a debugger to whoever is on this machine. */
function ignoreDebuggerSignal(): void {
  if (process.platform === 'win32' || process.listenerCount('SIGUSR1') > 0) return;
  process.on('SIGUSR1', () => undefined);
}

function interrupted(how: Interruption, processor: number | null = null): Ended {
  return { state: 'interrupted', how, processor };
}
