import { describe, expect, test } from 'vitest';
import type { ExerciseSlug } from '../contract/identity.ts';
import { claimOf, classroom } from '../testing/classroom.ts';
import { toyCourse } from '../testing/toy-course.ts';
import type { Attainment } from './measured.ts';
import { proveThresholds, thresholdsOf } from './thresholds.ts';

const slug = '01-double' as ExerciseSlug; // A slug is a string of this pattern.

/** What a program got on as many seeds as there are numbers; from 0.8 on the check is passed. */
const got = (
  role: Attainment['role'],
  program: string,
  ...values: readonly (number | null)[]
): readonly Attainment[] =>
  values.map((measured, at) => ({
    check: 'learns',
    threshold: 0.8,
    role,
    program,
    seed: String(at + 1),
    measured,
    passes: measured !== null && measured >= 0.8,
    step: 0.01,
  }));

const right = got('solution', 'solution', 0.95, 0.96, 0.94);

const proved = (of: readonly Attainment[], caught: readonly string[] = []) =>
  proveThresholds(thresholdsOf({ slug, of, caught }));

describe('a threshold holds', () => {
  test('where the solution lies far above it and guesses far below', () => {
    expect(proved([...right, ...got('guess', 'the larger class', 0.5, 0.52)])).toMatchObject({
      holds: true,
      detail: 'learns 0.8: solution 0.95 ± 0.010, the larger class 0.51 ± 0.014',
    });
  });

  test('where a mistake that the seed decides on loses points elsewhere, and says so', () => {
    const slow = got('mistake', 'slow', 0.7, 0.9);
    expect(proved([...right, ...slow], ['slow'])).toMatchObject({
      holds: true,
      detail: 'learns 0.8: solution 0.95 ± 0.010, 1 caught elsewhere pass on some seeds',
    });
  });

  test('where a mistake never answers', () => {
    expect(proved([...right, ...got('mistake', 'silent', null, null)]).holds).toBe(true);
  });

  test('where there is none', () => {
    expect(proved([])).toMatchObject({ holds: true, detail: 'none' });
  });
});

describe('a threshold does not hold', () => {
  test('where the solution passes on every seed and by too little', () => {
    expect(proved(got('solution', 'solution', 0.82, 0.9, 0.98)).detail).toContain(
      'learns, at least 0.8: the solution gets 0.90 ± 0.080, which is too near; lower "atLeast"',
    );
  });

  test('where a guess comes near it', () => {
    const lucky = got('guess', 'the untrained start', 0.3, 0.5, 0.7);
    expect(proved([...right, ...lucky]).detail).toContain(
      'the untrained start gets 0.50 ± 0.200, which is too near; raise "atLeast"',
    );
  });

  test.each([
    ['passes on some seeds', [0.7, 0.9], 'passes on 1 of 2 seeds'],
    ['passes on all', [0.97, 0.97], 'passes on 2 of 2 seeds'],
    ['fails on all, but by little', [0.78, 0.79], 'passes on 0 of 2 seeds'],
  ])('where a mistake that loses points nowhere else %s', (_, values, told) => {
    expect(proved([...right, ...got('mistake', 'slow', ...values)]).detail).toContain(told);
  });

  test('by less than one example where nothing is spread', () => {
    const { holds } = proved(got('solution', 'solution', 0.805, 0.805));
    expect(holds).toBe(false);
  });

  test('where a guess reaches it once, however rarely', () => {
    const values = [...Array.from({ length: 99 }, () => 0.5), 0.8];
    expect(proved([...right, ...got('guess', 'the larger class', ...values)]).holds).toBe(false);
  });

  test('where the solution does not answer on one seed', () => {
    expect(proved(got('solution', 'solution', 0.95, null)).holds).toBe(false);
  });
});

describe('in a course', () => {
  const manifest = JSON.parse(toyCourse['exercises/01-double/exercise.json']);
  const learns = {
    id: 'learns',
    title: 'what was learned holds for new points',
    points: 100,
    kind: 'accuracy',
    probe: 'training',
    with: {
      parameters: 'parameters',
      start: 'parameters',
      hidden: 'tanh',
      output: 'sigmoid',
      atLeast: 0.8,
    },
  };
  const stub = (body: string) => `import { Matrix } from 'ml-matrix';
interface Parameters {
  W1: Matrix;
  b1: Matrix;
}

export function train(X: Matrix, Y: Matrix, { W1, b1 }: Parameters): Parameters {
${body}
}
`;
  /** A course whose only check is passed by whoever finds out on which side of 0 the ones lie. */
  const course = {
    ...toyCourse,
    'exercises/01-double/exercise.json': JSON.stringify({ ...manifest, checks: [learns] }),
    'exercises/01-double/double.ts': stub(
      "  // Your code here.\n  throw new Error('Not written yet: train');",
    ),
    'exercises/01-double/probes.ts': `
import { probesFor, uniformMatrix } from 'chainrule/fixtures';
import { Matrix } from 'ml-matrix';
const probe = probesFor<typeof import('./double.ts')>();
const draw = (rng, m) => {
  const X = uniformMatrix(rng, m, 1, -1, 1);
  return { X, labels: X.to1DArray().map((x) => (x > 0 ? 1 : 0)) };
};
export const probes = {
  training: probe({
    cases: 1,
    input: (rng) => {
      const { X, labels } = draw(rng, 20);
      const start = { W1: new Matrix([[-rng()]]), b1: Matrix.zeros(1, 1) };
      return { X, Y: Matrix.columnVector(labels), parameters: start };
    },
    truth: (rng) => draw(rng, 50),
    run: (student, { X, Y, parameters }) => ({ parameters: student.train(X, Y, parameters) }),
  }),
};
`,
    'solutions/01-double/solution.ts': stub(
      '  // #region solution\n  const blame = Matrix.sub(Y, 0.5);\n  return { W1: Matrix.add(W1, X.transpose().mmul(blame)), b1 };\n  // #endregion',
    ),
    'solutions/01-double/mistakes.ts': `export const mistakes = [
  {
    id: 'uphill',
    title: 'the step goes the wrong way',
    hint: 'Which way is down?',
    edits: [{ find: 'Matrix.add(W1,', replace: 'Matrix.sub(W1,' }],
  },
];
`,
  };
  const claimed = async (own: Readonly<Record<string, string>> = {}) =>
    claimOf(await (await classroom({ ...course, ...own })).proved(), 'thresholds');

  test('a mistake that cannot learn is kept out', async () => {
    expect(await claimed()).toMatchObject({
      holds: true,
      detail: expect.stringMatching(/^learns 0\.8: solution 1\.00 ± 0\.000, the larger class 0\.5/),
    });
  });

  test('a mistake that learns all the same is a breach', async () => {
    const path = 'solutions/01-double/mistakes.ts';
    const slow = course[path]
      .replace('Matrix.add(W1,', 'blame)), b1')
      .replace('Matrix.sub(W1,', 'blame)).mul(2), b1');
    expect(await claimed({ [path]: slow })).toMatchObject({
      holds: false,
      detail: expect.stringContaining('uphill gets 1.00 ± 0.000, passes on 100 of 100 seeds'),
    });
  });

  test('a start that may know everything already is a breach', async () => {
    const path = 'exercises/01-double/probes.ts';
    const lucky = course[path].replace('-rng()', 'rng() - 0.5');
    expect(await claimed({ [path]: lucky })).toMatchObject({
      holds: false,
      detail: expect.stringContaining('the untrained start gets'),
    });
  });
});
