import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Result } from './contract/result.ts';
import type { SubmittedFile } from './contract/submission.ts';
import { offeredLevels, strongestIsolation } from './sandbox/isolation.ts';
import { asFile, hostilePrograms, openArena } from './testing/arena.ts';
import { earnedWithoutAttack, outcomeOf } from './testing/hostile.ts';
import { toyCourse } from './testing/toy-course.ts';

const programs = await hostilePrograms();
const right = toyCourse['solutions/01-double/solution.ts'];
const withoutTimings = (result: Result): string => JSON.stringify({ ...result, timings: {} });

describe.each(offeredLevels())('at the level "%s"', (level) => {
  let arena: Awaited<ReturnType<typeof openArena>>;
  beforeAll(async () => {
    arena = await openArena(level);
  });
  afterAll(() => arena.close());

  test('every hostile program fails its own checks', async () => {
    const found: Record<string, readonly [string, number]> = {};
    const due: Record<string, readonly [string, number]> = {};
    for (const { name, file, outcome } of programs) {
      const result = await arena.grade(file);
      expect(result.isolation).toBe(level);
      found[name] = [outcomeOf(result), result.points.earned];
      due[name] = [outcome, earnedWithoutAttack(outcome)];
    }
    expect(found).toEqual(due);
  });
});

test('of a thousand submissions, every honest one is graded as if it were alone', async () => {
  const honest = [
    right,
    right.replace('Matrix.mul(Z, 2)', 'Matrix.mul(Z, 3)'),
    right.replace('Matrix.mul(Z, 2)', 'Z.mul(2)'),
    right.replace('Matrix.mul(Z, 2)', 'Matrix.mul(Z, Number.NaN)'),
    right.replace('Matrix.mul(Z, 2)', 'Matrix.ones(1, 1)'),
    right.replace('return Matrix.mul(Z, 2);', "throw new Error('I do not know');"),
    right.replace('return Matrix.mul(Z, 2);', "console.log('half way'); return Matrix.mul(Z, 2);"),
    toyCourse['exercises/01-double/double.ts'],
    right.replace('z / 2', 'z * 2'),
  ].map(asFile);
  const arena = await openArena(strongestIsolation().level);
  try {
    const alone: string[] = [];
    for (const file of honest) alone.push(withoutTimings(await arena.grade(file)));

    const queue: { readonly file: SubmittedFile; readonly due: string | null }[] = [];
    for (let at = 0; at < 1000; at += 1) {
      const hostile = at % 10 === 3 ? programs[(at * 7) % programs.length] : undefined;
      const which = at % honest.length;
      const [file, due] = [honest[which], alone[which]];
      if (hostile !== undefined) queue.push({ file: hostile.file, due: null });
      else if (file !== undefined && due !== undefined) queue.push({ file, due });
    }
    expect(queue.filter(({ due }) => due === null)).toHaveLength(100);

    const different: number[] = [];
    // Two lanes, as a class is graded on a small machine.
    const lane = async (): Promise<void> => {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
        const { file, due } = next;
        const graded = withoutTimings(await arena.grade(file));
        if (due !== null && graded !== due) different.push(queue.length);
      }
    };
    await Promise.all([lane(), lane()]);
    expect(different).toEqual([]);
  } finally {
    await arena.close();
  }
});
