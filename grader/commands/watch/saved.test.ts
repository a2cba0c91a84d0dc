import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { courseExercise, FIRST } from '../../testing/documents.ts';
import { temporaryFolder, writeFiles } from '../../testing/temporary.ts';
import { startOf } from '../../watch/state.ts';
import { Saved } from './saved.ts';

const STATE = {
  ...startOf([courseExercise()], () => [], null),
  ...{ chosen: true, cause: 'a cause', opened: 2 },
};

async function placeOf(text?: string): Promise<string> {
  const folder = await temporaryFolder();
  if (text !== undefined) await writeFiles(folder, { 'watch.json': text });
  return path.join(folder, 'watch.json');
}

test('what was kept is read again', async () => {
  const file = await placeOf();
  await new Saved(file, 'course').keep(STATE);
  expect(await new Saved(file, 'course').read()).toEqual({
    kept: { exercise: FIRST, cause: 'a cause', opened: 2 },
    notice: null,
  });
});

test('what was kept of another course is of no use and no fault', async () => {
  const file = await placeOf();
  await new Saved(file, 'another').keep(STATE);
  expect(await new Saved(file, 'course').read()).toEqual({ kept: null, notice: null });
});

test.each(['', '{', 'null', '[]', '{"schema":"chainrule/watch","version":2}', '"\u0000"'])(
  'a place that holds %j is set aside',
  async (text) => {
    const file = await placeOf(text);
    const { kept, notice } = await new Saved(file, 'course').read();
    expect([kept, notice]).toEqual([null, expect.stringContaining('set aside')]);
    expect(await readFile(`${file}.broken`, 'utf8')).toBe(text);
  },
);

test('the newest state is the one that stays', async () => {
  const file = await placeOf();
  const saved = new Saved(file, 'course');
  await Promise.all([0, 1, 2, 3].map((opened) => saved.keep({ ...STATE, opened })));
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ opened: 3 });
});
