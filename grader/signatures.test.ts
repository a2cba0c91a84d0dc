import { afterAll, expect, test } from 'vitest';
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
import { submissionOf } from './verify/submission.ts';

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

const averaged = 'A1.transpose().mmul(dZ2).div(m)';
const SECOND = '02-backward-pass';

test.each<[string, string, readonly (readonly [string, string])[], string, string]>([
  [
    'a gradient that is not averaged',
    SECOND,
    [[averaged, 'A1.transpose().mmul(dZ2)']],
    'output-gradients',
    'dW2 is exactly 7 times that of the reference; 7 is the number of examples (rows of X)',
  ],
  [
    'a gradient of the wrong sign',
    SECOND,
    [[averaged, `${averaged}.mul(-1)`]],
    'output-gradients',
    'dW2 is exactly minus that of the reference',
  ],
  [
    'a gradient with rows and columns in each other’s place',
    SECOND,
    [['X.transpose().mmul(dZ1).div(m)', 'dZ1.transpose().mmul(X).div(m)']],
    'hidden-gradients',
    "dW1 holds the numbers of the reference, with rows and columns in each other's place",
  ],
  [
    'a single bias gradient that is not averaged',
    SECOND,
    [['columnSums(dZ1).div(m)', 'columnSums(dZ1)']],
    'hidden-gradients',
    'db1 is exactly 7 times that of the reference; 7 is the number of examples (rows of X)',
  ],
  [
    'a bias gradient that is not added up',
    SECOND,
    [['columnSums(dZ1).div(m)', 'Matrix.div(dZ1, m)']],
    'hidden-gradients',
    'db1 has 7 rows; 7 is the number of examples (rows of X), and added up, they are exactly what is due',
  ],
  [
    'a factor that nothing in the exercise has',
    SECOND,
    [['Matrix.sub(A2, Y);', 'Matrix.sub(A2, Y).mul(0.318);']],
    'hidden-gradients',
    'dW1, db1, dW2 and db2 are exactly 0.318 times those of the reference',
  ],
  [
    'weights that stay as they were',
    SECOND,
    [['W2: step(parameters.W2, gradients.dW2)', 'W2: parameters.W2']],
    'update',
    'W2 is exactly as your function was given it',
  ],
  [
    'a loss that is noted once too often',
    SECOND,
    [
      [
        'parameters: current, losses }',
        'parameters: current, losses: [...losses, binaryCrossEntropy(forward(X, current).A2, Y)] }',
      ],
    ],
    'first-losses',
    'losses holds what is due, and one number more at the end',
  ],
  [
    'a leak with the wrong sign',
    '04-relu-swap',
    [['z : slope * z', 'z : -slope * z']],
    'leaky-relu',
    'A is wrong only where Z is negative, and right everywhere else',
  ],
  [
    'half of a penalty in the gradient',
    '05-l2-regularization',
    [['lambda / m)', 'lambda / (2 * m))']],
    'weight-gradients',
    'your dW1 and dW2 are off, in this order, by parameters.W1 and parameters.W2, each times a number, the same one for all entries of a case',
  ],
  [
    'a bias that is taken away',
    '01-forward-pass',
    [['mmul(W1).addRowVector(b1)', 'mmul(W1).subRowVector(b1)']],
    'hidden-layer',
    'your Z1 is off by parameters.b1 times a number, the same one for all entries of a case',
  ],
])('%s is told', async (_, slug, edits, check, title) => {
  expect(looksOf(await graded(slug, edits))[check]).toBe(title);
});

test('a loss and gradients that agree with each other are told to do so', async () => {
  const added = [
    ['return total / A.rows;', 'return total;'],
    ['A1.transpose().mmul(dZ2).div(m)', 'A1.transpose().mmul(dZ2)'],
    ['columnSums(dZ2).div(m)', 'columnSums(dZ2)'],
    ['X.transpose().mmul(dZ1).div(m)', 'X.transpose().mmul(dZ1)'],
    ['columnSums(dZ1).div(m)', 'columnSums(dZ1)'],
  ] as const;
  expect(looksOf(await graded('04-relu-swap', added))['gradient-check']).toMatch(
    /These are the right gradients, but of another loss$/,
  );
});

test('what looks like nothing is told nothing', async () => {
  const edits = [['Matrix.mul(A1, A1));', 'Matrix.mul(A1, A1).mul(A1));']] as const;
  expect(new Set(Object.values(looksOf(await graded(SECOND, edits))))).toEqual(new Set([null]));
});

test('where a known mistake is named, nothing else is told', async () => {
  const result = await graded(SECOND, [['const m = X.rows;', 'const m = 1;']]);
  const explained = result.exercises.flatMap(({ checks }) =>
    checks.filter(({ means }) => means.mistake !== null),
  );
  expect(explained.map(({ means }) => means.signatures ?? null)).toEqual(explained.map(() => null));
});

test('the same program looks the same to the byte', async () => {
  const edits = [[averaged, 'A1.transpose().mmul(dZ2)']] as const;
  const [one, other] = [await graded(SECOND, edits), await graded(SECOND, edits)];
  expect(JSON.stringify(one.exercises)).toBe(JSON.stringify(other.exercises));
});
