import { describe, expect, test } from 'vitest';
import { readCourse } from '../intake/course.ts';
import { loadKinds } from '../load.ts';
import { Sessions } from '../sandbox/sessions.ts';
import { slugOf } from '../testing/documents.ts';
import { temporaryFolder, writeFiles } from '../testing/temporary.ts';
import { toyCourse } from '../testing/toy-course.ts';
import { Bench } from './bench.ts';
import { type PairTally, provePairs, tallyPairs } from './pairs.ts';

const mistake = (id: string, find: string, replace: string): string =>
  JSON.stringify({ id, title: id, hint: `What about ${id}?`, edits: [{ find, replace }] });

/** How the pairs of these mistakes are named, in a solution that leaves room for several. */
async function tallied(...mistakes: readonly string[]): Promise<PairTally> {
  const folder = await temporaryFolder();
  await writeFiles(folder, {
    ...toyCourse,
    'solutions/01-double/solution.ts': toyCourse['solutions/01-double/solution.ts'].replace(
      'return Matrix.mul(Z, 2);',
      'const scaled = Matrix.mul(Z, 2);\n  return scaled;',
    ),
    'solutions/01-double/mistakes.ts': `export const mistakes = [${mistakes.join(', ')}];`,
  });
  const course = await readCourse(folder);
  const [exercise] = course.exercises;
  if (exercise === undefined) throw new Error('the toy course has an exercise');
  const bench = new Bench({
    course,
    kinds: await loadKinds(course),
    analyst: { analyse: async () => new Map(), close: async () => undefined },
    sessions: new Sessions(),
  });
  const sample = { most: 10, seed: '1' };
  return tallyPairs(exercise, sample, bench).finally(() => bench.close());
}

const three = mistake('three', 'Z, 2', 'Z, 3');
const sign = mistake('sign', 'return scaled;', 'return Matrix.mul(scaled, -1);');
const third = mistake('third', 'z / 2', 'z / 3');

describe('pairs of mistakes', () => {
  test('are counted as named, and those whose edits are in each other’s way are left out', async () => {
    const five = mistake('five', 'Matrix.mul(Z, 2)', 'Matrix.mul(Z, 5)');
    expect(await tallied(three, five, sign, third)).toEqual({
      slug: '01-double',
      ...{ exact: 5, one: 0, none: 0, wrong: 0, simple: 0 },
      examples: [],
    });
  });

  test('that do what one of them does alone are counted apart', async () => {
    const lost = mistake('lost', 'return scaled;', 'return Z.clone();');
    expect(await tallied(three, lost)).toMatchObject({ exact: 0, simple: 1, examples: [] });
  });

  test('that do the same as two others are told as nothing', async () => {
    const half = mistake('half', 'Z, 2', 'Z, -3');
    const plain = mistake('plain', 'return scaled;', 'return Matrix.mul(scaled, 7);');
    const minus = mistake('minus', 'return scaled;', 'return Matrix.mul(scaled, -7);');
    const { none, examples, wrong } = await tallied(three, half, plain, minus);
    expect({ none, wrong }).toEqual({ none: 4, wrong: 0 });
    expect(examples).toContainEqual({ made: 'three and plain', named: 'nothing' });
  });
});

describe('the claim about pairs', () => {
  const tally = (own: Partial<PairTally>): PairTally => ({
    slug: slugOf('01-double'),
    ...{ exact: 0, one: 0, none: 0, wrong: 0, simple: 0 },
    examples: [],
    ...own,
  });

  test.each<[string, Partial<PairTally>, boolean]>([
    ['holds where nine in ten are named exactly', { exact: 45, one: 2, none: 3 }, true],
    ['fails where fewer are', { exact: 44, one: 3, none: 3 }, false],
    ['fails where a single one is told as something else', { exact: 49, wrong: 1 }, false],
    ['does not count those that nobody could tell', { exact: 9, none: 1, simple: 40 }, true],
    ['holds where there are none', {}, true],
  ])('%s', (_, own, holds) => {
    expect(provePairs(tally(own)).holds).toBe(holds);
  });

  test('says what was told in place of the first pair that breaks it', () => {
    const examples = [{ made: 'three and sign', named: 'third' }];
    expect(provePairs(tally({ exact: 3, wrong: 1, simple: 2, examples })).detail).toBe(
      '3 of 4 named, 2 that look like one mistake: three and sign is told as third',
    );
  });
});
