import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Reason, Result } from './contract/result.ts';
import { strongestIsolation } from './sandbox/isolation.ts';
import { type Arena, asFile, hostilePrograms, openArena } from './testing/arena.ts';
import { projectRoot } from './testing/command-line.ts';
import { earnedWithoutAttack, outcomeOf } from './testing/hostile.ts';
import { childrenLeft } from './testing/processes.ts';
import { toyCourse } from './testing/toy-course.ts';

const programs = await hostilePrograms();
const right = asFile(toyCourse['solutions/01-double/solution.ts']);

const withoutTimings = (result: Result): string => JSON.stringify({ ...result, timings: {} });

/** What lies where a program might leave something. */
async function places(): Promise<readonly string[]> {
  const folders = [projectRoot, path.join(projectRoot, 'dist/sandbox'), '/', '/usr/lib'];
  return (await Promise.all(folders.map((folder) => readdir(folder)))).flat();
}

describe('every hostile program fails its own checks and harms nobody', () => {
  let arena: Awaited<ReturnType<typeof openArena>>;
  let alone: string;
  let before: readonly string[];

  beforeAll(async () => {
    before = await places();
    arena = await openArena(strongestIsolation().level);
    alone = withoutTimings(await arena.grade(right));
  });
  afterAll(() => arena.close());

  test('there are enough of them', () => {
    expect(programs.length).toBeGreaterThanOrEqual(60);
  });

  test.each(programs.map((program) => [program.name, program] as const))(
    '%s',
    async (_, { file, outcome }) => {
      const result = await arena.grade(file);
      expect(outcomeOf(result)).toBe(outcome);
      expect(result.points.earned).toBe(earnedWithoutAttack(outcome));
      expect(withoutTimings(await arena.grade(right))).toBe(alone);
    },
  );

  test('and leaves no file behind', async () => {
    expect(await places()).toEqual(before);
  });
});

test.skipIf(process.platform !== 'linux')('no program leaves a process behind', async () => {
  const arena = await openArena(strongestIsolation().level);
  const [outlasting] = programs.filter(({ name }) => name.includes('endless-loop'));
  if (outlasting !== undefined) await arena.grade(outlasting.file);
  await arena.close();
  await expect.poll(childrenLeft, { timeout: 5000 }).toEqual([]);
});

describe('a source that no file of a library should hold', () => {
  const sources: readonly [string, (arena: Arena) => Promise<Result>, Reason][] = [
    [
      '250 KB of signs',
      (arena) => arena.grade(asFile(`let a = ${'!'.repeat(250_000)}1;`)),
      'syntax-error',
    ],
    [
      '10,000 functions in functions',
      (arena) => arena.grade(asFile(`let a = ${'x=>'.repeat(40_000)}1;`)),
      'syntax-error',
    ],
    [
      '30,000 classes',
      (arena) => arena.grade(asFile(`${'class A{static{'.repeat(900)}${'}}'.repeat(900)}`)),
      'syntax-error',
    ],
  ];

  test.each(sources)('%s', async (_, run, outcome) => {
    const arena = await openArena(strongestIsolation().level);
    try {
      const result = await run(arena);
      expect(outcomeOf(result)).toBe(outcome);
      expect((await arena.grade(right)).points.earned).toBe(100_000);
    } finally {
      await arena.close();
    }
  });
});
