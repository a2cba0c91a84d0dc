import path from 'node:path';
import { beforeAll, describe, test } from 'vitest';
import { points } from '../reports/words/numbers.ts';
import { exerciseHere, type GradedHere } from './commands/exercise-here.ts';
import { thousandths } from './contract/identity.ts';
import type { Modules } from './contract/modules.ts';
import { Failure } from './failure.ts';
import { replay } from './replay.ts';

/** Milliseconds; nobody is hurried who stands at a breakpoint. */
const timeout = 24 * 3600 * 1000;

/**
 * Makes a Vitest test of every check of an exercise, with the grader's own title,
 * points and outcome: the student's program is graded behind the wall, as
 * `chainrule grade` does it. Beside that, what a check calls runs in this process,
 * where breakpoints and the console work.
 *
 * @param folder of the exercise: `import.meta.dirname` of a file in it
 * @param modules the student's file and the exercise's probes, loaded when they are needed
 * @throws Refusal where the folder is none of a course, or no key fits
 */
export async function exercise(folder: string, modules: Modules): Promise<void> {
  const here = await exerciseHere(path.resolve(folder));
  const { slug, manifest } = here.exercise;
  describe(`${slug.slice(0, 2)} ${manifest.title}`, () => {
    let graded: GradedHere;
    beforeAll(async () => {
      graded = await here.grade();
    }, timeout);

    for (const [at, { title, points: worth }] of manifest.checks.entries()) {
      test(`${title} (${inPoints(worth)})`, { timeout }, async ({ skip }) => {
        const { result, key } = graded;
        const check = result.checks[at];
        if (check === undefined) throw new Error(`"${title}" was not judged`);
        const thrown = await replay(result, check, key, modules);
        const failure = new Failure(check, result, thrown);
        if (check.status === 'skip') skip(failure.message);
        if (check.status !== 'pass') throw failure;
      });
    }
  });
}

function inPoints(worth: number): string {
  return worth === 1 ? '1 point' : `${points(thousandths(worth))} points`;
}
