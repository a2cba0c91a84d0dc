import { describe, expect, test } from 'vitest';
import { mutantsOf } from './analysis/mutants.ts';
import type { Equivalent } from './contract/equivalents.ts';
import { readCourse } from './intake/course.ts';
import { loadKinds } from './load.ts';
import { type Mutation, tryMutants } from './mutation.ts';
import { solutionOf } from './solutions.ts';
import { temporaryFolder, writeFiles } from './testing/temporary.ts';
import { toyCourse } from './testing/toy-course.ts';

const SOLUTION = toyCourse['solutions/01-double/solution.ts'];

/** What comes of the mutants of the toy course with this in the place of `return z / 2;`. */
async function tried(
  half = 'return z / 2;',
  equivalents: readonly Equivalent[] = [],
  progress: (done: number, all: number) => void = () => undefined,
): Promise<Mutation> {
  const folder = await temporaryFolder();
  await writeFiles(folder, {
    ...toyCourse,
    'solutions/01-double/solution.ts': SOLUTION.replace('return z / 2;', half),
    'solutions/01-double/equivalents.json': JSON.stringify(equivalents),
  });
  const course = await readCourse(folder);
  const [exercise] = course.exercises;
  if (exercise === undefined) throw new Error('the toy course has an exercise');
  const kinds = await loadKinds(course);
  const analyst = { analyse: async () => new Map() };
  return tryMutants(exercise, solutionOf(exercise), { course, kinds, analyst, progress });
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
});

describe('an equivalent', () => {
  const half = 'return z > 9 ? z : z / 2;';
  const entry = { from: half, to: 'return z >= 9 ? z : z / 2;', reason: 'No z is so large.' };

  test('is no survivor', async () => {
    const [without, mutation] = [await tried(half), await tried(half, [entry])];
    expect(mutation.equivalent).toBe(1);
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

test('a check is worth the mutants that fail it, and those that fail no other', async () => {
  // Those of `double` that throw fail `pure` too, and none fails it alone.
  expect((await tried()).checks).toEqual([
    { id: 'doubles', kills: 7, alone: 5 },
    { id: 'pure', kills: 2, alone: 0 },
    { id: 'half', kills: 4, alone: 4 },
  ]);
});

test('each mutant is told when it is done', async () => {
  const steps: number[] = [];
  const { mutants } = await tried(undefined, [], (done) => steps.push(done));
  expect(steps).toEqual(Array.from({ length: mutants }, (_, at) => at + 1));
});
