import { Buffer } from 'node:buffer';
import { readFileSync, readSync, writeSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { cpuUsage } from 'node:process';
import vm from 'node:vm';
import { frame, HEADER } from './frame.ts';
import { freezeAll, ownValues } from './inside/harden.ts';
import { KEPT } from './inside/trim.ts';
import type { Ask } from './protocol.ts';

// The program of the disposable child process. It reads one request at a time
// from descriptor 0, does it in a realm, and writes one answer to descriptor 3.
// It never touches an object of the realm: only primitive strings cross.

const REQUESTS = 0;
const ANSWERS = 3;

/** The wall's functions in every realm. No list shows a script's constants, and no program inside can guess this name. */
const WALL = `wall_${Array.from({ length: 4 }, () => Math.random().toString(36).slice(2)).join('')}`;

const insideText = readFileSync(path.join(__dirname, 'inside.js'), 'utf8');
const inside = new vm.Script(
  `const ${WALL} = (() => { "use strict"; ${insideText}\nreturn $wall; })();`,
  { filename: 'inside.js' },
);

let made: vm.Context | null = null;

/**
 * The one realm of this process, with no way out and the wall's own code as its first
 * script. All exercises of a submission are loaded into it, one after the other: the
 * language in it is frozen, so that none leaves anything to the next, and the engine
 * makes the libraries fast once and not for each.
 */
function realm(): vm.Context {
  made ??= freshRealm();
  return made;
}

function freshRealm(): vm.Context {
  // Unlike a contextified object, a vanilla realm runs at full speed.
  const context = vm.createContext(vm.constants.DONT_CONTEXTIFY, {
    codeGeneration: { strings: false, wasm: false },
    microtaskMode: 'afterEvaluate',
  });
  inside.runInContext(context);
  return context;
}

/** What a program used: milliseconds on the clock, and of processor time in all threads. */
function stopwatch(): () => { readonly clock: number; readonly processor: number } {
  const start = performance.now();
  const before = cpuUsage();
  return () => {
    const { user, system } = cpuUsage(before);
    return { clock: performance.now() - start, processor: (user + system) / 1000 };
  };
}

/** Runs a script in the realm: its answer, or that it was late, or that it came to nothing. */
function evaluate(code: string, { seconds, patience }: Ask): string {
  const limit = Math.ceil(patience * 1000);
  const used = stopwatch();
  let text: unknown;
  try {
    const script = new vm.Script(code, { filename: 'submission.js' });
    text = script.runInContext(realm(), { timeout: limit, displayErrors: false });
  } catch {
    // What was thrown may be the student's: it is not looked at. A realm that ran
    // out of time is told by the clock.
    const { clock, processor } = used();
    // The watchdog has a clock of its own, which may be a hair ahead of this one.
    return clock >= 0.95 * limit ? `l${Math.round(processor)}` : 'f';
  }
  const { clock, processor } = used();
  // Patience is for a machine that is busy elsewhere, not for more work.
  if (clock > seconds * 1000 && processor > seconds * 1000) return `l${Math.round(processor)}`;
  return typeof text === 'string' ? `a${text}` : 'f';
}

/** A compiled bundle as a function of what it may import, which no program in it can exchange. */
function wrapped(code: string): string {
  return `($given) => { "use strict"; const $packages = $given; return (() => { ${code}\nreturn $bundle; })(); }`;
}

function perform(ask: Ask): string {
  if (ask.op === 'open') {
    return evaluate(`${WALL}.load(${wrapped(ask.code)}, ${ask.characters}, ${ask.depth})`, ask);
  }
  if (ask.op === 'data') {
    return evaluate(`${WALL}.data(${wrapped(ask.code)}, ${JSON.stringify(ask.name)})`, ask);
  }
  const list = ask.arguments.map((argument) => JSON.stringify(argument)).join(', ');
  return evaluate(`${WALL}.${ask.name}(${list})`, ask);
}

/** Leaves this realm, too, with the language alone, for a program that should come here all the same. */
function trimOwnRealm(): void {
  for (const name of Reflect.ownKeys(globalThis)) {
    // Not looked at before: looking makes Node load what it loads lazily.
    if (!KEPT.has(name)) Reflect.deleteProperty(globalThis, name);
  }
  freezeAll([globalThis, ...ownValues(globalThis)]);
}

function readExactly(length: number): Buffer | null {
  const bytes = Buffer.alloc(length);
  let filled = 0;
  while (filled < length) {
    const count = readSync(REQUESTS, bytes, filled, length - filled, null);
    if (count === 0) return null;
    filled += count;
  }
  return bytes;
}

function writeAll(bytes: Buffer): void {
  let written = 0;
  while (written < bytes.length) written += writeSync(ANSWERS, bytes, written);
}

trimOwnRealm();
for (;;) {
  const header = readExactly(HEADER);
  if (header === null) break;
  const body = readExactly(header.readUInt32BE(0));
  if (body === null) break;
  // The parent is ours: what it asks needs no checking here.
  const ask = JSON.parse(body.toString('utf8')) as Ask;
  writeAll(frame(`${ask.question}:${perform(ask)}`));
}
