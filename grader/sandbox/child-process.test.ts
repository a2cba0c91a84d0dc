import inspector from 'node:inspector';
import { describe, expect, onTestFinished, test } from 'vitest';
import { expectNoneLeft } from '../testing/processes.ts';
import { Child } from './child-process.ts';
import { start, strongestIsolation } from './isolation.ts';

// Programs in place of the wall's own: what a process may do that a student has
// taken over, realm and all.

const ASK = { op: 'call', name: 'printed', arguments: [], seconds: 0.5, patience: 0.5 } as const;

/** How a question to a program ends that has been put in the place of the wall's. */
async function askOf(program: string) {
  const child = new Child('process', 64, start(64, false, ['-e', program]));
  onTestFinished(() => child.stop());
  const ended = await child.ask(ASK, 1000);
  return { ended, again: await child.ask(ASK, 1000), alive: child.alive };
}

const frameOf = (text: string) =>
  `(() => { const body = Buffer.from(${JSON.stringify(text)}); const head = Buffer.alloc(4);
    head.writeUInt32BE(body.length); return Buffer.concat([head, body]); })()`;
const write = (bytes: string) => `require('fs').writeSync(3, ${bytes});`;
const onQuestion = (body: string) => `process.stdin.once('data', () => { ${body} });`;

describe('a process that is no longer ours is ended', () => {
  test.each([
    ['speaks before it is asked', `${write(frameOf('1:a{}'))} setInterval(() => {}, 1000)`],
    ['answers twice', onQuestion(`${write(frameOf('1:a{}'))} ${write(frameOf('1:a{}'))}`)],
    ['answers what nobody understands', onQuestion(write(frameOf('hello')))],
    ['goes away', onQuestion('process.exit(0)')],
    ['closes the channel', onQuestion("require('fs').closeSync(3)")],
  ])('when it %s', async (_, program) => {
    const { again, alive } = await askOf(program);
    expect(again).toMatchObject({ state: 'interrupted' });
    expect(alive).toBe(false);
  });

  test('when it says nothing, after its time', async () => {
    const { ended } = await askOf('setInterval(() => {}, 1000)');
    expect(ended).toMatchObject({ how: 'timed-out' });
  });

  test('when it announces four gigabytes, before any of them has come', async () => {
    const { ended } = await askOf(onQuestion(write('Buffer.alloc(4, 255)')));
    expect(ended).toMatchObject({ how: 'too-much-output' });
  });

  test('when it sends without end', async () => {
    const flood = onQuestion(`for (;;) ${write('Buffer.alloc(65536)')}`);
    const { ended } = await askOf(flood);
    expect(ended).toMatchObject({ state: 'interrupted', how: 'ended-early' });
  });

  test('when half an answer is all that comes', async () => {
    const { ended } = await askOf(
      onQuestion(write(`${frameOf('1:a{"outcome":1}')}.subarray(0, 9)`)),
    );
    expect(ended).toMatchObject({ how: 'timed-out' });
  });

  test('when it sends SIGUSR1, which would open a debugger in a process that does not expect it', async () => {
    const { ended } = await askOf(onQuestion("process.kill(process.ppid, 'SIGUSR1')"));
    expect(ended).toMatchObject({ how: 'timed-out' });
    expect(inspector.url()).toBeUndefined();
  });
});

test.skipIf(process.platform !== 'linux')(
  'a process that is stopped while it starts leaves nothing behind',
  async () => {
    for (let wait = 0; wait < 60; wait += 1) {
      const child = new Child(strongestIsolation().level, 64);
      await new Promise((resolve) => setTimeout(resolve, wait / 4));
      child.stop();
    }
    await expectNoneLeft();
  },
);

test('an answer in one frame is an answer', async () => {
  const { ended } = await askOf(onQuestion(write(frameOf('1:a{"outcome":1}'))));
  expect(ended).toEqual({ state: 'answered', text: '{"outcome":1}' });
});
