import { spawn } from 'node:child_process';
import { open } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import vm from 'node:vm';
import { describe, expect, onTestFinished, test } from 'vitest';
import { observeText, returned } from '../testing/session.ts';
import { temporaryFolder } from '../testing/temporary.ts';
import { type Launch, offeredLevels, permissions, start } from './isolation.ts';

// Each layer of the wall alone: what holds when the ones before it are gone.

/** What a program of ours prints when it runs without the layers that are not under test. */
async function outputOf({ file, words }: Launch): Promise<Readonly<Record<string, string>>> {
  const child = spawn(file, words, { env: {}, stdio: ['ignore', 'pipe', 'ignore'] });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  let text = '';
  for await (const chunk of child.stdout) text += String(chunk);
  return JSON.parse(text);
}

/** A program that makes attempts and prints for each whether it went well or by which code it failed. */
const attempting = (attempts: Readonly<Record<string, string>>): readonly string[] => [
  '-e',
  `const tried = {}; const all = [];
  for (const [name, attempt] of Object.entries({ ${Object.entries(attempts)
    .map(([name, body]) => `${JSON.stringify(name)}: async () => { ${body} }`)
    .join(', ')} })) {
    all.push(Promise.resolve().then(attempt).then((value) => { tried[name] = String(value ?? 'done'); },
      (error) => { tried[name] = error.code ?? error.name; }));
  }
  Promise.all(all).then(() => { process.stdout.write(JSON.stringify(tried)); process.exit(0); });`,
];

const FILES = {
  read: "return require('fs').readFileSync('/etc/passwd', 'utf8')",
  list: "return require('fs').readdirSync('/etc')",
  write: "require('fs').writeFileSync('/tmp/file', 'x')",
  run: "return require('child_process').execFileSync('/bin/ls')",
};

describe('the realm alone', () => {
  /** Ways to come by an error that the engine or Node makes; one of another realm is the way out. */
  const makers = [
    '() => null.x',
    '() => undefinedName',
    '() => { const f = () => f(); f(); }',
    '() => new Array(-1)',
    "() => 'x'.repeat(-1)",
    "() => 'x'.repeat(2 ** 31)",
    '() => (1).toFixed(200)',
    '() => BigInt(1.5)',
    '() => 1n / 0n',
    '() => Symbol() + 1',
    "() => JSON.parse('{')",
    '() => { const a = {}; a.a = a; JSON.stringify(a); }',
    "() => decodeURIComponent('%')",
    "() => new RegExp('(')",
    '() => Reflect.construct(1)',
    '() => new Proxy({}, null)',
    '() => { class A { #x; static f(o) { return o.#x; } } A.f({}); }',
    '() => { class A extends null {} new A(); }',
    "() => (() => {}).constructor('x')()",
    '() => [].reduce((a) => a)',
    '() => Object.defineProperty(Object.freeze({}), "a", { value: 1 })',
    '() => new Float64Array(-1)',
    '() => new DataView(new ArrayBuffer(1), 2)',
    '() => Promise.prototype.then.call(1)',
    '() => Map()',
    '() => [...1]',
    '() => { const { a } = null; }',
    "() => new Error('x', { cause: 1 }).stack.x.y",
    '() => Object.setPrototypeOf(Object.prototype, {})',
    '() => structuredClone(() => 1)',
    '() => console.log.call.call(1)',
    '() => (function () { return arguments.callee; })()',
    "() => Intl.NumberFormat('x')",
    '() => Array.from({ length: -1 }, null)',
  ];
  const scan = `const leaks = [];
    const look = (error) => {
      let last = error;
      while (Object.getPrototypeOf(last) !== null) last = Object.getPrototypeOf(last);
      if (last !== Object.prototype) leaks.push('foreign');
    };
    for (const make of [${makers.join(', ')}]) { try { make(); leaks.push('no error'); } catch (error) { look(error); } }
    (async () => { const name = 'nowhere'; try { await import(name); } catch (error) { look(error); } })();`;

  test('hands out no error that was made in another realm', async () => {
    const text = `let found: any = [];\n${scan.replaceAll('const look = (error)', 'const look = (error: any)').replace('const leaks = []', 'const leaks: any = found')}
      export const first = () => found.join();
      export const second = () => found.length;`;
    const observed = await observeText(text, {}, { isolation: 'process' });
    expect(returned(observed, 'second')).toMatchObject({ kind: 'number' });
    expect(returned(observed, 'first')).toEqual({ kind: 'text', text: '' });
  });

  test('and a realm without it does, so that the scan would see it', async () => {
    const bare = vm.createContext({});
    const script = `${scan.replace('import(name)', "import('nowhere')")}\nleaks`;
    const leaks = vm.runInContext(script, bare, {
      importModuleDynamically: () => Promise.reject(new Error('made outside')),
    });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(leaks).toContain('foreign');
  });
});

describe.skipIf(process.platform !== 'linux')('the process alone', () => {
  test('has none of the files that the grader has open', async () => {
    const file = await open(import.meta.filename);
    onTestFinished(() => file.close());
    const opened = `const fs = require('fs');
      return fs.readdirSync('/proc/self/fd').map((name) => { try { return fs.readlinkSync('/proc/self/fd/' + name) } catch { return '' } })
        .filter((place) => place.startsWith('/') && !/^.(dev|proc)./.test(place))`;
    expect(await outputOf(start(64, false, attempting({ opened })))).toEqual({ opened: '' });
  });

  test('has nothing of the environment', async () => {
    const names = "return Object.keys(process.env).filter((name) => name !== 'PWD')";
    expect(await outputOf(start(64, false, attempting({ names })))).toEqual({ names: '' });
  });
});

describe('the permission model alone', () => {
  test('lets nothing be read, written or started', async () => {
    const words = [
      ...permissions(),
      '--no-warnings',
      ...attempting({
        ...FILES,
        thread: "new (require('worker_threads').Worker)('1', { eval: true })",
      }),
    ];
    expect(await outputOf(start(64, false, words))).toEqual({
      read: 'ERR_ACCESS_DENIED',
      list: 'ERR_ACCESS_DENIED',
      write: 'ERR_ACCESS_DENIED',
      run: 'ERR_ACCESS_DENIED',
      thread: 'ERR_ACCESS_DENIED',
    });
  });
});

describe.skipIf(process.platform !== 'linux')('the limits of the system alone', () => {
  test('keep memory beside the heap from growing without end', async () => {
    const body = 'const all = []; for (;;) all.push(new ArrayBuffer(2 ** 28));';
    expect(await outputOf(start(64, false, attempting({ memory: body })))).toEqual({
      memory: 'RangeError',
    });
  });

  test('keep any file from being written', async () => {
    const file = path.join(await temporaryFolder(), 'file');
    const write = `require('fs').writeFileSync(${JSON.stringify(file)}, 'x')`;
    expect(await outputOf(start(64, false, attempting({ write })))).toEqual({ write: 'EFBIG' });
  });
});

describe.skipIf(!offeredLevels().includes('system'))(
  'the wall of the operating system alone',
  () => {
    const within = (attempts: Readonly<Record<string, string>>) =>
      outputOf(start(64, true, attempting(attempts)));

    test('has no files but Node, its libraries and the wall’s own', async () => {
      expect(
        await within({ ...FILES, root: "return require('fs').readdirSync('/').sort()" }),
      ).toEqual({
        read: 'ENOENT',
        list: 'ENOENT',
        write: 'ENOENT',
        run: 'ENOENT',
        root: 'lib,lib64,node,usr,wall',
      });
    });

    test('has nothing of the course within reach', async () => {
      const course = JSON.stringify(process.cwd());
      expect(await within({ course: `return require('fs').readdirSync(${course})` })).toEqual({
        course: 'ENOENT',
      });
    });

    test('has no network, not even to this machine', async () => {
      const server = createServer().listen(0, '127.0.0.1');
      onTestFinished(() => {
        server.close();
      });
      await new Promise((resolve) => server.once('listening', resolve));
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      const connect = `await new Promise((resolve, reject) => require('net').connect(${port}, '127.0.0.1', resolve).on('error', reject))`;
      const { network } = await within({ network: connect });
      expect(['ECONNREFUSED', 'ENETUNREACH']).toContain(network);
    });

    test('has no process but its own', async () => {
      expect(
        await within({ parent: `process.kill(${process.pid}, 0)`, own: 'return process.pid < 10' }),
      ).toEqual({ parent: 'ESRCH', own: 'true' });
    });

    test('hands nothing of the environment on', async () => {
      const { names = '' } = await within({ names: 'return Object.keys(process.env).sort()' });
      expect(names.split(',').filter((name) => !['PWD', 'TZ'].includes(name))).toEqual([]);
    });
  },
);
