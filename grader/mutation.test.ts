import { describe, expect, test } from 'vitest';
import { mutantsOf } from './analysis/mutants.ts';
import type { Equivalent } from './contract/equivalents.ts';
import type { CheckWorth, Mutation } from './contract/verification.ts';
import { readCourse } from './intake/course.ts';
import { loadKinds } from './load.ts';
import { tryMutants } from './mutation.ts';
import { Sessions } from './sandbox/sessions.ts';
import { exerciseOf } from './solutions.ts';
import { slugOf } from './testing/documents.ts';
import { temporaryFolder, writeFiles } from './testing/temporary.ts';
import { toyCourse } from './testing/toy-course.ts';
import { accountOf, worthOf } from './verify/account.ts';
import { Bench } from './verify/bench.ts';
import type { TriedMutant } from './verify/finding.ts';

const SOLUTION = toyCourse['solutions/01-double/solution.ts'];

interface Tried extends Mutation {
  readonly tried: readonly TriedMutant[];
  readonly stale: readonly Equivalent[];
  readonly checks: readonly CheckWorth[];
}

/** What comes of the mutants of the toy course with this in the place of `return z / 2;`. */
async function tried(
  half = 'return z / 2;',
  equivalents: readonly Equivalent[] = [],
  share = { part: 0, of: 1 },
): Promise<Tried> {
  const folder = await temporaryFolder();
  await writeFiles(folder, {
    ...toyCourse,
    'solutions/01-double/solution.ts': SOLUTION.replace('return z / 2;', half),
    'solutions/01-double/equivalents.json': JSON.stringify(equivalents),
  });
  const course = await readCourse(folder);
  const exercise = exerciseOf(course, slugOf('01-double'));
  const kinds = await loadKinds(course);
  const analyst = { analyse: async () => new Map(), close: async () => undefined };
  const bench = new Bench({ course, kinds, analyst, sessions: new Sessions() });
  const mutants = await tryMutants(exercise, share, bench).finally(() => bench.close());
  const { mutation, stale } = accountOf(exercise, mutants);
  const checks = worthOf(exercise, { mutants, all: share.of === 1 });
  return { ...mutation, stale, checks, tried: mutants };
}

const survivorsOf = ({ survivors }: Mutation): readonly string[] =>
  survivors.map(({ to, shows }) => `${to} shows ${shows}`);

describe('a mutant', () => {
  test('is killed where it loses points', async () => {
    const { mutants, killed, survivors } = await tried();
    expect(killed).toBe(mutants);
    expect(survivors).toEqual([]);
  });

  test('survives where it does what the solution does', async () => {
    expect(survivorsOf(await tried('return z > 9 ? z : z / 2;'))).toContain(
      'return z >= 9 ? z : z / 2; shows nowhere',
    );
  });

  test('survives where no check minds what it does', async () => {
    expect(survivorsOf(await tried('return z / 2 + 1e-15;'))).toContain(
      'return z / 2 - 1e-15; shows in bits',
    );
  });

  test('survives, and is known for it, where it loses points with other seeds alone', async () => {
    // Of the four seeds the first alone draws a z below 0.5.
    expect(survivorsOf(await tried('return z < 0.5 ? z / 2 : z * 0.5;'))).toContain(
      'return z < 0.5 ? z / 2 : z / 0.5; shows with other seeds',
    );
  });

  test('is killed where it never ends', async () => {
    const survivors = survivorsOf(await tried('for (; z > 9; z++) z = 0;\n  return z / 2;'));
    expect(survivors).not.toContain('for (; z <= 9; z++) z = 0; shows nowhere');
  });

  test('is none where it does not compile', async () => {
    const half = 'const one = 1;\n  let two = 2;\n  two *= one;\n  return z / two;';
    const assigned = mutantsOf(SOLUTION.replace('return z / 2;', half)).filter(
      ({ to }) => to === 'one *= one;',
    );
    expect(assigned.length).toBe(1);
    const { survivors, mutants, killed } = await tried(half);
    expect(mutants).toBe(killed + survivors.length);
  });

  test('is counted with its kind', async () => {
    const { operators, mutants } = await tried();
    expect(operators.reduce((sum, each) => sum + each.mutants, 0)).toBe(mutants);
    expect(operators).toContainEqual({ operator: 'argument-swap', mutants: 1, killed: 1 });
  });

  test('is tried in one of the parts of all, and in no other', async () => {
    const placesIn = async (part: number): Promise<readonly number[]> =>
      (await tried(undefined, [], { part, of: 2 })).tried.map(({ at }) => at);
    const parts = [...(await placesIn(0)), ...(await placesIn(1))];
    const all = (await tried()).tried.map(({ at }) => at);
    expect(parts.toSorted((one, other) => one - other)).toEqual(all);
  });
});

describe('an equivalent', () => {
  const half = 'return z > 9 ? z : z / 2;';
  const entry = { from: half, to: 'return z >= 9 ? z : z / 2;', reason: 'No z is so large.' };

  test('is no survivor, and keeps its reason', async () => {
    const [without, mutation] = [await tried(half), await tried(half, [entry])];
    expect(mutation.equivalents).toEqual([{ operator: 'relational', ...entry }]);
    expect(mutation.survivors.length).toBe(without.survivors.length - 1);
    expect(mutation.stale).toEqual([]);
  });

  test('is stale where its mutant is killed', async () => {
    const killed = { ...entry, from: 'return Matrix.mul(Z, 2);', to: 'return Matrix.mul(Z, 3);' };
    expect((await tried(half, [killed])).stale).toEqual([killed]);
  });

  test('is stale where it has no mutant', async () => {
    const absent = { ...entry, to: 'return z;' };
    expect((await tried(half, [absent])).stale).toEqual([absent]);
  });
});

test('a check is worth the mutants that fail no other', async () => {
  // Those of `double` that throw fail `pure` too, and none fails it alone.
  const { checks } = await tried();
  expect(checks.map(({ id, alone }) => [id, alone])).toEqual([
    ['doubles', 5],
    ['pure', 0],
    ['half', 4],
  ]);
});

test('what a check is worth is not said of a part of the mutants', async () => {
  const { checks } = await tried(undefined, [], { part: 0, of: 2 });
  expect(checks.map(({ alone }) => alone)).toEqual([null, null, null]);
});
