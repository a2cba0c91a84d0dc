import { readFileSync, readSync, writeSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import vm from 'node:vm';
import { frame, HEADER } from './frame.ts';
import type { Ask } from './protocol.ts';

// The program of the disposable child process. It reads one request at a time
// from descriptor 0, does it in a realm, and writes one answer to descriptor 3.
// It never touches an object of the realm: only primitive strings cross.

const REQUESTS = 0;
const ANSWERS = 3;

const inside = new vm.Script(readFileSync(path.join(__dirname, 'inside.js'), 'utf8'), {
  filename: 'inside.js',
});

let realm: vm.Context | null = null;

/** A fresh realm with no way out and the wall's own code as its first script. */
function freshRealm(): vm.Context {
  // Unlike a contextified object, a vanilla realm runs at full speed.
  const context = vm.createContext(vm.constants.DONT_CONTEXTIFY, {
    codeGeneration: { strings: false, wasm: false },
    microtaskMode: 'afterEvaluate',
  });
  inside.runInContext(context);
  return context;
}

/** Runs a script in the realm: its answer, or that it was late, or that it came to nothing. */
function evaluate(code: string, seconds: number): string {
  if (realm === null) return 'f';
  const limit = Math.ceil(seconds * 1000);
  const start = performance.now();
  try {
    const script = new vm.Script(code, { filename: 'submission.js' });
    const text: unknown = script.runInContext(realm, { timeout: limit, displayErrors: false });
    return typeof text === 'string' ? `a${text}` : 'f';
  } catch {
    // What was thrown may be the student's: it is not looked at. A realm that ran
    // out of time is told by the clock.
    // The watchdog has a clock of its own, which may be a hair ahead of this one.
    return performance.now() - start >= 0.95 * limit ? 'l' : 'f';
  }
}

function perform(ask: Ask): string {
  if (ask.op === 'open') {
    realm = freshRealm();
    const load = `$wall.load(() => { "use strict"; ${ask.code}\nreturn $bundle; }, ${ask.budget})`;
    return evaluate(load, ask.seconds);
  }
  if (ask.op === 'data') {
    realm = freshRealm();
    return evaluate(
      `$wall.data(() => { "use strict"; ${ask.code}\nreturn $bundle.${ask.name}; })`,
      ask.seconds,
    );
  }
  const list = ask.arguments.map((argument) => JSON.stringify(argument)).join(', ');
  return evaluate(`$wall.${ask.name}(${list})`, ask.seconds);
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

for (;;) {
  const header = readExactly(HEADER);
  if (header === null) break;
  const body = readExactly(header.readUInt32BE(0));
  if (body === null) break;
  // The parent is ours: what it asks needs no checking here.
  writeAll(frame(perform(JSON.parse(body.toString('utf8')) as Ask)));
}
