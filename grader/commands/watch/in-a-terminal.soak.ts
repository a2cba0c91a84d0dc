import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { canHaveTerminals, chainruleInTerminal } from '../../testing/terminal.ts';
import { toyCourse } from '../../testing/toy-course.ts';
import { expectRestored, watching } from '../../testing/watching.ts';
import { FIRST, IN_PLACE, LATER, RIGHT, SECOND, workplace } from '../../testing/workplace.ts';

describe.skipIf(!canHaveTerminals)('in a terminal, when things go another way', () => {
  test('a place that is broken is set aside with a word', async () => {
    const work = await workplace({ 'out/watch.json': '{"schema":' });
    const terminal = chainruleInTerminal(work.words);
    await terminal.sees('was broken; it was set aside as');
    await terminal.sees('half gives half');
    expect(await readFile(work.at('out/watch.json.broken'), 'utf8')).toBe('{"schema":');
  });

  test.each([
    ['SIGTERM', 143],
    ['SIGHUP', 129],
    ['SIGINT', 0],
  ] as const)('%s leaves the terminal as it was', async (signal, code) => {
    const { terminal } = await watching();
    await terminal.sees('half gives half');
    terminal.signal(signal);
    expect(await terminal.ended()).toBe(code);
    expectRestored(terminal.all);
  });

  test('a window that is made smaller is drawn anew within it', async () => {
    const { terminal } = await watching();
    await terminal.sees('r again  q quit');
    await terminal.resize({ columns: 40, rows: 16 });
    await terminal.until(
      () => terminal.screen.length === 16 && terminal.screen.join('').includes('quit'),
    );
    expect(Math.max(...terminal.screen.map((line) => line.length))).toBeLessThanOrEqual(40);
  });

  test('a program that does not end is told of at once, and keys go on working', async () => {
    const { terminal, save } = await watching();
    await terminal.sees('half gives half');
    await save(FIRST, RIGHT.replace('z / 2', '(() => { for (;;) {} })()'));
    await terminal.sees('Running');
    terminal.type('l');
    await terminal.sees('Enter choose');
    terminal.type('\u001b');
    await terminal.sees('did not come to an end within 1 second');
  });

  test('a newer save ends what an older one runs', async () => {
    const { terminal, save } = await watching();
    await terminal.sees('half gives half');
    const slow = RIGHT.replace('Matrix.mul(Z, 2)', '(() => { for (;;) {} })()');
    await save(FIRST, slow);
    await terminal.sees('Running');
    await save(FIRST, RIGHT);
    await terminal.sees('Well done');
    expect(terminal.all).not.toContain('did not come to an end');
  });

  test.each([
    ['emptied first', (file: string) => writeFile(file, '')],
    ['taken away first', (file: string) => rm(file)],
  ])('a file that is %s shows nothing in between', async (_, before) => {
    const { terminal, at } = await watching();
    await terminal.sees('half gives half');
    await before(at(FIRST));
    await writeFile(at(FIRST), RIGHT);
    await terminal.sees('Well done');
    expect(terminal.all).not.toMatch(/There is no double\.ts|no exported function|Not written/);
  });

  test('a file that another one is put over is read like any other', async () => {
    const { terminal, at } = await watching();
    await terminal.sees('half gives half');
    for (const text of [IN_PLACE, RIGHT]) {
      await writeFile(at('ada/.double.ts.swp'), text);
      await rename(at('ada/.double.ts.swp'), at(FIRST));
      await terminal.sees(text === RIGHT ? 'Well done' : 'leaves its input');
    }
  });

  test('a file that is gone is missed, and found again when it is back', async () => {
    const { terminal, at, save } = await watching();
    await terminal.sees('half gives half');
    await rm(at(FIRST));
    await terminal.sees('There is no double.ts in this submission.');
    await save(FIRST, RIGHT);
    await terminal.sees('Well done');
  });

  test('a folder that is gone is missed, and found again when it is back', async () => {
    const { terminal, at } = await watching();
    await terminal.sees('half gives half');
    await rm(at('ada'), { recursive: true });
    await terminal.sees('There is no folder');
    await mkdir(path.dirname(at(FIRST)), { recursive: true });
    await writeFile(at(FIRST), RIGHT);
    await terminal.sees('Well done');
  });

  test('half a line is a syntax error with its place', async () => {
    const { terminal, save } = await watching();
    await terminal.sees('half gives half');
    await save(FIRST, `${RIGHT}export const more = (`);
    await terminal.sees('cannot be read as a program (line');
  });

  test('a manifest that changed has everything judged by the new one', async () => {
    const { terminal, save } = await watching();
    await terminal.sees('half gives half');
    const manifest = toyCourse['exercises/01-double/exercise.json'];
    await save(
      'exercises/01-double/exercise.json',
      manifest.replace('half gives half', 'half is half of'),
    );
    await terminal.sees('half is half of');
    await save('exercises/01-double/exercise.json', '{');
    await terminal.sees('not JSON');
    await save('exercises/01-double/exercise.json', manifest);
    await terminal.sees('half gives half');
  });

  test('a solution that is broken is an error of the course, and the watch goes on', async () => {
    const { terminal, save } = await watching();
    await terminal.sees('half gives half');
    const solution = toyCourse['solutions/01-double/solution.ts'];
    await save('solutions/01-double/solution.ts', 'export const = ;');
    await terminal.sees('through no fault of yours');
    await save('solutions/01-double/solution.ts', solution);
    await terminal.sees('half gives half');
  });

  test('the report is written and its place is told where there is no browser', async () => {
    const { terminal, at } = await watching();
    await terminal.sees('half gives half');
    terminal.type('o');
    await terminal.sees('The report is in');
    expect(await readFile(at('out/feedback.html'), 'utf8')).toContain('half gives half a number');
  });

  test('what a program says reaches the terminal without its escape sequences', async () => {
    const { terminal, save } = await watching();
    await terminal.sees('half gives half');
    const hostile = "throw new Error('\\u001b[2J\\u001b]0;title\\u0007 gone')";
    await save(
      FIRST,
      RIGHT.replace('=> z / 2', `=> { console.log('\\u001b[31mred'); ${hostile}; }`),
    );
    await terminal.sees('gone');
    expect(terminal.all).not.toContain('\u001b]0;');
    expect(terminal.all).not.toContain('\u001b[31mred');
  });

  test('without colours nothing is coloured', async () => {
    const { terminal } = await watching({ env: { NO_COLOR: '1' } });
    await terminal.sees('half gives half');
    expect(terminal.painted.join('')).not.toContain('\u001b[');
  });

  test('what was right of a later exercise waits for nobody and is judged in the background', async () => {
    const { terminal, save } = await watching();
    await terminal.sees('1/2  190 of 200 points\n');
    await save(FIRST, RIGHT);
    await terminal.sees('2/2  200 of 200 points\n');
    await terminal.sees('Everything is right.');
  });

  test('the place and the open hints are kept from one watch to the next', async () => {
    const { terminal, again, at } = await watching({}, { [SECOND]: LATER.replace('-z', 'z') });
    await terminal.sees('half gives half');
    terminal.type('n');
    await terminal.sees('h hint (1 of');
    terminal.type('h');
    await terminal.sees('A question that may help');
    terminal.type('q');
    expect(await terminal.ended()).toBe(0);
    expect(JSON.parse(await readFile(at('out/watch.json'), 'utf8'))).toMatchObject({
      exercise: '02-quadruple',
      opened: 1,
    });
    const other = again();
    await other.sees('negate turns the sign');
    await other.sees('A question that may help');
  });

  test('a terminal that can do little gets one line after the other', async () => {
    const { terminal, save } = await watching({ env: { TERM: 'dumb' } });
    await terminal.until(() => terminal.all.includes('half gives half'));
    await save(FIRST, RIGHT);
    await terminal.until(() => terminal.all.includes('Well done'));
    terminal.type('q\n');
    expect(await terminal.ended()).toBe(0);
    expect(terminal.all).not.toContain('\u001b');
  });
});
