import { describe, expect, test } from 'vitest';
import {
  gradescopeFiles,
  listed,
  packedAs,
  readAt,
  told,
  unpackedAs,
} from '../testing/handed-in.ts';

describe('a roster says who is absent and who is unknown', () => {
  const files = { 'ada/first.ts': 'a', 'eve/first.ts': 'e' };

  test('in the order of their ids', async () => {
    const roster = [listed('zoe'), listed('bob'), listed('ada')];
    expect(await told(await readAt(await unpackedAs('class', files), roster))).toEqual({
      read: { ada: 'a', eve: 'e' },
      absent: ['bob', 'zoe'],
      unknown: ['eve'],
      problems: 0,
    });
  });

  test('and without one nobody is either', async () => {
    expect(await told(await readAt(await unpackedAs('class', files)))).toMatchObject({
      absent: [],
      unknown: [],
    });
  });

  test('and a group that hands in once has handed in for all', async () => {
    const roster = [listed('43'), listed('w', { email: 'Bo@x.edu' })];
    const { handIns, absent } = await readAt(await packedAs('lab', gradescopeFiles), roster);
    expect(absent).toEqual([]);
    expect(handIns.map(({ id }) => id)).toContain('w');
  });
});

test.each([
  'Byron, Ada',
  'Ada "x" Byron',
  'Ada\nByron',
  'Ada 👩🏽‍🔬',
  '=1+1',
  '__proto__',
  '<b>',
  '李明',
])('a student may be called anything: %j', async (name) => {
  const { handIns } = await readAt(await unpackedAs('class', { [`${name}/first.ts`]: 'x' }), [
    listed(name),
  ]);
  expect(handIns.map(({ id, student }) => [id, student.id])).toEqual([[name, name]]);
});

test('hand-ins of one student never take the id of another', async () => {
  const roster = [listed('0042~1')];
  const { handIns } = await readAt(await packedAs('lab', gradescopeFiles), roster);
  expect(handIns.map(({ id }) => id).slice(0, 2)).toEqual(['0042~2', '0042~3']);
});
