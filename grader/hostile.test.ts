import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Result } from './contract/result.ts';
import { strongestIsolation } from './sandbox/isolation.ts';
import { asFile, hostilePrograms, openArena } from './testing/arena.ts';
import { projectRoot } from './testing/command-line.ts';
import { earnedWithoutAttack, outcomeOf } from './testing/hostile.ts';
import { expectNoneLeft } from './testing/processes.ts';
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

describe('a source that no file of a library should hold', () => {
  let arena: Awaited<ReturnType<typeof openArena>>;
  beforeAll(async () => {
    arena = await openArena(strongestIsolation().level);
  });
  afterAll(() => arena.close());

  test.each([
    ['250,000 signs', `let a = ${'!'.repeat(250_000)}1;`],
    ['40,000 functions without brackets', `let a = ${'x=>'.repeat(40_000)}1;`],
    ['900 classes in classes', `${'class A{static{'.repeat(900)}${'}}'.repeat(900)}`],
  ])('%s', async (_, text) => {
    expect(outcomeOf(await arena.grade(asFile(text)))).toBe('syntax-error');
    expect((await arena.grade(right)).points.earned).toBe(100_000);
  });
});

// After all of them: their processes are looked for together.
test.skipIf(process.platform !== 'linux')('no program leaves a process behind', async () => {
  await expectNoneLeft();
});
