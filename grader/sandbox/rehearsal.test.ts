import { expect, onTestFinished, test } from 'vitest';
import { DEFAULT_LIMITS } from '../contract/exercise.ts';
import { childrenLeft, expectNoneLeft } from '../testing/processes.ts';
import { compileUnit } from './compile.ts';
import { RehearsedSessions } from './rehearsal.ts';
import type { Session } from './session.ts';

const PROBES = `export const probes = {
  first: { cases: 1, run: (student, input) => ({ out: student.first(input.x) }) },
};`;
const INPUT = JSON.stringify({ kind: 'record', fields: { x: { kind: 'number', value: 3 } } });
const COUNTING = `let count = 0;
export function first(x: number): number { count += 1; console.log('called'); return x + count; }`;

function rehearsed(): RehearsedSessions {
  const sessions = new RehearsedSessions('process');
  onTestFinished(() => sessions.close());
  return sessions;
}

async function run(session: Session, module: string, seconds = 2) {
  onTestFinished(() => session.close());
  const unit = { file: 'work.ts', module, probes: PROBES, packages: [], links: [] };
  const compiled = await compileUnit(unit);
  const code = compiled.state === 'compiled' ? compiled.code : '';
  await session.open(code, { ...DEFAULT_LIMITS, seconds });
  return [await session.call('run', 'first', INPUT), await session.printed()];
}

test('what was rehearsed leaves nothing behind', async () => {
  const sessions = rehearsed();
  const first = await run(sessions.open(64), COUNTING);
  sessions.prepare();
  expect(await run(sessions.open(64), COUNTING)).toEqual(first);
});

test('a session is the next one even while it rehearses', async () => {
  const sessions = rehearsed();
  await run(sessions.open(64), COUNTING);
  sessions.prepare();
  const other = COUNTING.replace('x + count', 'x - count');
  const [answer] = await run(sessions.open(64), other);
  expect(answer).toMatchObject({ outcome: 'returned', output: { fields: { out: { value: 2 } } } });
});

test('a program that had to be stopped is not rehearsed', async () => {
  const sessions = rehearsed();
  await run(sessions.open(64), 'export function first() { for (;;) {} }', 0.2);
  sessions.prepare();
  const [answer] = await run(sessions.open(64), COUNTING);
  expect(answer).toMatchObject({ outcome: 'returned' });
});

test('a session with other memory does not get the process that was made ready', async () => {
  const sessions = rehearsed();
  await run(sessions.open(64), COUNTING);
  sessions.prepare();
  const [answer] = await run(sessions.open(96), COUNTING);
  expect(answer).toMatchObject({ outcome: 'returned' });
});

test('once closed, no process is made ready any more', async () => {
  const sessions = rehearsed();
  await run(sessions.open(64), COUNTING);
  sessions.close();
  const before = await childrenLeft();
  sessions.prepare();
  await expectNoneLeft(before);
});
