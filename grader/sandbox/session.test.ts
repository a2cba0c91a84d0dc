import { expect, test } from 'vitest';
import { DEFAULT_LIMITS } from '../contract/exercise.ts';
import { childrenLeft } from '../testing/processes.ts';
import { openSession } from '../testing/session.ts';
import { compileUnit } from './compile.ts';
import type { Session } from './session.ts';

const INPUT = JSON.stringify({ kind: 'nothing', what: 'undefined' });

/** A session in which one probe runs some statements. */
async function sessionOf(body: string, seconds: number): Promise<Session> {
  const compiled = await compileUnit({
    file: 'work.ts',
    module: `export function first() { ${body} }`,
    probes: 'export const probes = { first: { cases: 1, run: (student) => student.first() } };',
    packages: [],
    links: [],
  });
  if (compiled.state === 'failed') throw new Error(compiled.message);
  const session = openSession(64, 'process');
  await session.open(compiled.code, { ...DEFAULT_LIMITS, seconds });
  return session;
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

test('a session that was closed answers that it has ended', async () => {
  const session = await sessionOf('return 1;', 1);
  session.close();
  expect(await session.call('run', 'first', INPUT)).toMatchObject({ outcome: 'interrupted' });
});
