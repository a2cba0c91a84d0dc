import { expect, onTestFinished, test } from 'vitest';
import { compileData } from './compile.ts';
import { Sessions } from './sessions.ts';

function sessionsFor(own: { ahead?: boolean } = {}): Sessions {
  const sessions = new Sessions('process', own);
  onTestFinished(() => sessions.close());
  return sessions;
}

async function works(sessions: Sessions, memory = 64): Promise<boolean> {
  const compiled = await compileData('one.ts', 'export const one = 1;');
  const session = sessions.open(memory);
  onTestFinished(() => session.close());
  const code = compiled.state === 'compiled' ? compiled.code : '';
  return (await session.data(code, 'one')).outcome === 'made';
}

test('one session after the other works, each in a process of its own', async () => {
  const sessions = sessionsFor({ ahead: true });
  expect([await works(sessions), await works(sessions), await works(sessions)]).toEqual([
    true,
    true,
    true,
  ]);
});

test('a session with other memory does not get the process that was started for the last', async () => {
  const sessions = sessionsFor({ ahead: true });
  expect([await works(sessions, 64), await works(sessions, 96)]).toEqual([true, true]);
});
