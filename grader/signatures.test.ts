import { afterAll, describe, expect, test } from 'vitest';
import { report as terminal } from '../reports/terminal.ts';
import { clueOf } from '../reports/words/student.ts';
import type { CourseExercise } from './contract/course.ts';
import { isExerciseSlug } from './contract/identity.ts';
import type { Result } from './contract/result.ts';
import { grade } from './grade.ts';
import { readCourse } from './intake/course.ts';
import { loadKinds } from './load.ts';
import { KeyMaker } from './make-key.ts';
import { Sessions } from './sandbox/sessions.ts';
import { projectRoot } from './testing/command-line.ts';
import { submissionOf } from './verify.ts';

// Wrong programs of which the course knows nothing, on the course's own exercises.

const course = await readCourse(projectRoot);
const kinds = await loadKinds(course);
const keys = new KeyMaker(course, '1');
const sessions = new Sessions();
afterAll(() => keys.close());

/** Grades the solutions, of which one has these texts in the place of others. */
async function graded(
  slug: string,
  edits: readonly (readonly [string, string])[],
): Promise<Result> {
  if (!isExerciseSlug(slug)) throw new Error(`"${slug}" is no slug`);
  const textOf = ({ slug: each, solution }: CourseExercise): string => {
    let text = solution?.source ?? '';
    if (each !== slug) return text;
    for (const [find, replace] of edits) {
      if (!text.includes(find)) throw new Error(`"${find}" does not stand in the solution`);
      text = text.replace(find, replace);
    }
    return text;
  };
  const analyst = { analyse: async () => new Map() };
  const grading = { course, kinds, analyst, sessions, keys, only: new Set([slug]) };
  return (await grade(grading, submissionOf(course, 'ada', textOf))).result;
}

/** What each failing check looks like, by id. */
function looksOf({ exercises }: Result): Readonly<Record<string, string | null>> {
  return Object.fromEntries(
    exercises.flatMap((exercise) =>
      exercise.checks
        .filter(({ status }) => status === 'fail')
        .map((check) => [check.id, clueOf(check, exercise)?.title ?? null]),
    ),
  );
}
const all = [
  [
    '02-backward-pass',
    'times m',
    [['A1.transpose().mmul(dZ2).div(m)', 'A1.transpose().mmul(dZ2)']],
  ],
  [
    '02-backward-pass',
    'times m twice',
    [['A1.transpose().mmul(dZ2).div(m)', 'A1.transpose().mmul(dZ2).mul(m)']],
  ],
  [
    '02-backward-pass',
    'transposed',
    [['X.transpose().mmul(dZ1).div(m)', 'dZ1.transpose().mmul(X).div(m)']],
  ],
  [
    '02-backward-pass',
    'sign',
    [['A1.transpose().mmul(dZ2).div(m)', 'A1.transpose().mmul(dZ2).div(-m)']],
  ],
  ['02-backward-pass', 'db1 only', [['columnSums(dZ1).div(m)', 'columnSums(dZ1)']]],
  [
    '02-backward-pass',
    'div n',
    [
      [
        'const dW1 = X.transpose().mmul(dZ1).div(m)',
        'const dW1 = X.transpose().mmul(dZ1).div(X.columns)',
      ],
    ],
  ],
  [
    '02-backward-pass',
    'twice',
    [['const dZ2 = Matrix.sub(A2, Y);', 'const dZ2 = Matrix.sub(A2, Y).mul(2);']],
  ],
  [
    '02-backward-pass',
    '0.3',
    [['const dZ2 = Matrix.sub(A2, Y);', 'const dZ2 = Matrix.sub(A2, Y).mul(0.318);']],
  ],
  ['02-backward-pass', 'db not summed', [['columnSums(dZ1).div(m)', 'dZ1.clone().div(m)']]],
  ['02-backward-pass', 'zero', [['columnSums(dZ1).div(m)', 'columnSums(dZ1).mul(0)']]],
  [
    '02-backward-pass',
    'lr twice',
    [['Matrix.mul(dW, learningRate)', 'Matrix.mul(dW, learningRate * learningRate)']],
  ],
  [
    '02-backward-pass',
    'swap W1',
    [['W2: step(parameters.W2, gradients.dW2)', 'W2: parameters.W2']],
  ],
  [
    '02-backward-pass',
    'loss extra',
    [
      [
        'return { parameters: current, losses };',
        'return { parameters: current, losses: [...losses, binaryCrossEntropy(forward(X, current).A2, Y)] };',
      ],
    ],
  ],
  [
    '02-backward-pass',
    'wd',
    [
      [
        'Matrix.sub(W, Matrix.mul(dW, learningRate))',
        'Matrix.sub(W, Matrix.mul(dW, learningRate)).sub(Matrix.mul(W, 0.01))',
      ],
    ],
  ],
  ['02-backward-pass', 'wrong slope', [['Matrix.mul(A1, A1));', 'Matrix.mul(A1, A1).mul(A1));']]],
  ['05-l2-regularization', 'x', []],
] as const;
test.each(all)('%s %s', async (slug, name, edits) => {
  const result = await graded(slug, edits);
  console.log(name, looksOf(result), result.timings);
});
