import { describe, expect, test } from 'vitest';
import { canHaveTerminals } from '../../testing/terminal.ts';
import { expectRestored, watching } from '../../testing/watching.ts';
import { FIRST, IN_PLACE, LATER, RIGHT, SECOND } from '../../testing/workplace.ts';

// The rest of it is in in-a-terminal.soak.ts: each of these starts a program and a terminal.
describe.skipIf(!canHaveTerminals)('in a terminal', () => {
  test('a save is followed by feedback, and a right exercise by praise', async () => {
    const { terminal, save } = await watching();
    await terminal.sees('half gives half a number');
    await save(FIRST, IN_PLACE);
    await terminal.sees('double leaves its input as it was');
    await terminal.sees('Looks like: double changes its input.');
    await save(FIRST, RIGHT);
    await terminal.sees('Well done, this is right: all 3 checks pass.');
    await terminal.sees('n goes on to');
  });

  test('each press of h opens one hint more', async () => {
    const { terminal } = await watching();
    await terminal.sees('h hint (1 of');
    terminal.type('h');
    await terminal.sees('A question that may help');
    terminal.type('h');
    await terminal.sees('Where to look');
  });

  test('an exercise is chosen from the list', async () => {
    const { terminal } = await watching();
    await terminal.sees('h hint (1 of');
    terminal.type('l');
    await terminal.sees('> ✘ 01  Double');
    terminal.type('\u001b[B\r');
    await terminal.sees(/^ .{2}02 {2}Quadruple/m);
    terminal.type('p');
    await terminal.sees(/^ .{2}01 {2}Double/m);
  });

  test('n goes on to the next that is not right', async () => {
    const { terminal } = await watching({}, { [SECOND]: LATER.replace('-z', 'z') });
    await terminal.sees('0/2  160 of 200 points\n');
    terminal.type('n');
    await terminal.sees('negate turns the sign');
  });

  test('Ctrl+Z changes nothing where no shell could go on with it', async () => {
    const { terminal } = await watching();
    await terminal.sees('h hint (1 of');
    terminal.type('\u001a');
    await terminal.until(() => terminal.all.includes('\u001b[?1049l'));
    terminal.type('h');
    await terminal.sees('A question that may help');
  });

  test.each([
    ['q', 'q', 0],
    ['Ctrl+C', '\u0003', 0],
  ])('%s leaves the terminal as it was', async (_, key, code) => {
    const { terminal } = await watching();
    await terminal.sees('half gives half');
    terminal.type(key);
    expect(await terminal.ended()).toBe(code);
    expectRestored(terminal.all);
  });
});
