import { expect, test } from 'vitest';
import { DEFAULT_LIMITS } from '../contract/exercise.ts';
import { childrenLeft } from '../testing/processes.ts';
import { openSession } from '../testing/session.ts';
import { compileUnit } from './compile.ts';
import type { Answer, Session } from './session.ts';

const INPUT = JSON.stringify({ kind: 'nothing', what: 'undefined' });

/** A session in which one probe runs some statements. */
async function sessionOf(body: string, seconds: number): Promise<Session> {
  const session = openSession(64, 'process');
  await opened(session, `export function first() { ${body} }`, seconds);
  return session;
}

/** Opens a module, of which one probe calls `first`. */
async function opened(session: Session, module: string, seconds = 1): Promise<Answer> {
  const compiled = await compileUnit({
    file: 'work.ts',
    module,
    probes: 'export const probes = { first: { cases: 1, run: (student) => student.first() } };',
    packages: ['ml-matrix'],
    links: [],
  });
  if (compiled.state === 'failed') throw new Error(compiled.message);
  return session.open(compiled.code, { ...DEFAULT_LIMITS, seconds });
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

test.skipIf(process.platform !== 'linux')(
  'a call that did not have the processor in its time is made again, and counts then',
  async () => {
    const before = await childrenLeft();
    const session = await sessionOf(
      'let sum = 0; for (let i = 0; i < 1e8; i++) sum += i % 3; return sum;',
      1,
    );
    const [child] = (await childrenLeft()).filter((each) => !before.includes(each));
    const answer = session.call('run', 'first', INPUT);
    await pause(30);
    // Nothing that the program does: the system gives it no time.
    process.kill(child ?? Number.NaN, 'SIGSTOP');
    await pause(1200);
    process.kill(child ?? Number.NaN, 'SIGCONT');
    expect(await answer).toMatchObject({ outcome: 'returned' });
  },
);

test('what was printed before a call had to be stopped is kept', async () => {
  const session = await sessionOf("console.log('before'); for (;;) {}", 0.3);
  expect(await session.call('run', 'first', INPUT)).toMatchObject({ how: 'timed-out' });
  expect(await session.printed()).toContain('before\n');
});

test('after a call that did not end, another is not waited for so long', async () => {
  const session = await sessionOf('for (;;) {}', 0.6);
  expect(await session.call('run', 'first', INPUT)).toMatchObject({ how: 'timed-out' });
  expect(await session.call('run', 'first', INPUT)).toMatchObject({ how: 'not-reached' });
});

test('a session that was closed answers that it has ended', async () => {
  const session = await sessionOf('return 1;', 1);
  session.close();
  expect(await session.call('run', 'first', INPUT)).toMatchObject({ outcome: 'interrupted' });
});

/** Everything that one module shares with the next, and a string that it might keep there. */
const SHARED = `
import { Matrix } from 'ml-matrix';
const places: Record<string, any> = {
  globalThis, Object, Array, Error, RegExp, Math, Promise, console, Matrix,
  objects: Object.prototype, lists: Array.prototype, errors: Error.prototype,
  functions: Function.prototype, texts: String.prototype, matrices: Matrix.prototype,
  matcher: ''.matchAll(/x/g).constructor.prototype,
};`;

test('an exercise finds nothing that the one before it left', async () => {
  const session = openSession(64, 'process');
  const leaving = `${SHARED}
    export function first() {
      for (const place of Object.values(places)) {
        for (const name of ['left', '$_', 'input', 'toString']) {
          try { place[name] = 'left behind'; } catch {}
          try { Object.defineProperty(place, name, { value: 'left behind' }); } catch {}
        }
      }
      'left behind'.match(/left (behind)/);
      console.log('left behind');
      return 'done';
    }`;
  expect(await opened(session, leaving)).toMatchObject({ outcome: 'loaded' });
  expect(await session.call('run', 'first', INPUT)).toMatchObject({ outcome: 'returned' });
  const looking = `${SHARED}
    export function first() {
      const found: string[] = [];
      for (const [at, place] of Object.entries(places)) {
        for (const name of Reflect.ownKeys(place)) {
          let value: any;
          try { value = place[name]; } catch {}
          if (value === 'left behind' || value === 'behind') found.push(at + '.' + String(name));
        }
      }
      return found.join(' ');
    }`;
  await opened(session, looking);
  expect(await session.call('run', 'first', INPUT)).toMatchObject({ output: { text: '' } });
  expect(await session.printed()).toBe('');
});

test('after a module that does not load, nothing of the one before is called', async () => {
  const session = await sessionOf('return 1;', 1);
  expect(await opened(session, "throw new Error('no')")).toMatchObject({ outcome: 'threw' });
  expect(await session.call('run', 'first', INPUT)).toMatchObject({ outcome: 'threw' });
});
