/** A course of one small exercise, to test the engine with something that it does not know. */
export const toyCourse = {
  'exercises/01-double/exercise.json': JSON.stringify({
    title: 'Double',
    summary: 'Twice a matrix.',
    lessons: ['none'],
    file: 'double.ts',
    packages: ['ml-matrix'],
    buildsOn: [],
    limits: { seconds: 1 },
    checks: [
      {
        id: 'doubles',
        title: 'double gives twice the matrix',
        points: 60,
        kind: 'matches',
        probe: 'double',
        with: { outputs: ['twice'] },
      },
      {
        id: 'pure',
        title: 'double leaves its input as it was',
        points: 30,
        kind: 'property',
        probe: 'double',
        with: { rule: 'pure' },
        keptBecause: 'No mutant writes into an input, and students do.',
      },
      {
        id: 'half',
        title: 'half gives half a number',
        points: 10,
        kind: 'matches',
        probe: 'half',
        with: { outputs: ['half'] },
      },
    ],
  }),
  'exercises/01-double/probes.ts': `
import { normalMatrix, probesFor } from 'chainrule/fixtures';
const probe = probesFor<typeof import('./double.ts')>();
export const probes = {
  double: probe({
    cases: 2,
    input: (rng) => ({ Z: normalMatrix(rng, 3, 2) }),
    run: (student, { Z }) => ({ twice: student.double(Z) }),
    watched: true,
  }),
  half: probe({
    cases: 1,
    input: (rng) => ({ z: rng() }),
    run: (student, { z }) => ({ half: student.half(z) }),
  }),
};
`,
  'exercises/01-double/double.ts': `import { Matrix } from 'ml-matrix';

export function double(Z: Matrix): Matrix {
  // Your code here.
  throw new Error('Not written yet: double');
}

export function half(z: number): number {
  // Your code here.
  throw new Error('Not written yet: half');
}
`,
  'solutions/01-double/solution.ts': `import { Matrix } from 'ml-matrix';

export function double(Z: Matrix): Matrix {
  // #region solution
  return Matrix.mul(Z, 2);
  // #endregion
}

export function half(z: number): number {
  // #region solution
  return z / 2;
  // #endregion
}
`,
  'solutions/01-double/mistakes.ts': `export const mistakes = [
  {
    id: 'in-place',
    title: 'double changes its input',
    hint: 'Is Z still what it was?',
    edits: [{ find: 'Matrix.mul(Z, 2)', replace: 'Z.mul(2)' }],
  },
];
`,
} as const;

/** A second exercise that builds on the first. */
export const buildingOn = {
  'exercises/02-quadruple/exercise.json': JSON.stringify({
    title: 'Quadruple',
    summary: 'Twice twice.',
    lessons: ['none'],
    file: 'quadruple.ts',
    packages: ['ml-matrix'],
    buildsOn: ['01-double'],
    limits: { seconds: 1 },
    checks: [
      {
        id: 'quadruples',
        title: 'quadruple doubles twice',
        points: 70,
        kind: 'matches',
        probe: 'quadruple',
        buildsOn: ['01-double'],
        with: { outputs: ['four'] },
      },
      {
        id: 'negates',
        title: 'negate turns the sign',
        points: 30,
        kind: 'matches',
        probe: 'negate',
        with: { outputs: ['minus'] },
      },
    ],
  }),
  'exercises/02-quadruple/probes.ts': `
import { normalMatrix, probesFor } from 'chainrule/fixtures';
const probe = probesFor<typeof import('./quadruple.ts')>();
export const probes = {
  quadruple: probe({
    cases: 1,
    input: (rng) => ({ Z: normalMatrix(rng, 3, 2) }),
    run: (student, { Z }) => ({ four: student.quadruple(Z) }),
  }),
  negate: probe({
    cases: 1,
    input: (rng) => ({ z: rng() }),
    run: (student, { z }) => ({ minus: student.negate(z) }),
  }),
};
`,
  'exercises/02-quadruple/quadruple.ts': `import type { Matrix } from 'ml-matrix';
import { double } from '../01-double/double.ts';

export function quadruple(Z: Matrix): Matrix {
  // Your code here.
  throw new Error('Not written yet: quadruple');
}

export function negate(z: number): number {
  // Your code here.
  throw new Error('Not written yet: negate');
}
`,
  'solutions/02-quadruple/solution.ts': `import type { Matrix } from 'ml-matrix';
import { double } from '../01-double/solution.ts';

export function quadruple(Z: Matrix): Matrix {
  // #region solution
  return double(double(Z));
  // #endregion
}

export function negate(z: number): number {
  // #region solution
  return -z;
  // #endregion
}
`,
} as const;
