/** Each entry as a direction: theta plus and minus a matrix that is epsilon in one place and 0 elsewhere. */
import { Matrix } from 'ml-matrix';

export type Verdict = 'passed' | 'acceptable' | 'failed';

export interface ParameterCheck {
  relativeError: number;
  verdict: Verdict;
}

const LIMITS: readonly (readonly [limit: number, verdict: Verdict])[] = [
  [1e-5, 'passed'],
  [1e-3, 'acceptable'],
];

export function numericGradient(
  loss: (theta: Matrix) => number,
  theta: Matrix,
  epsilon = 1e-5,
): Matrix {
  const gradient = Matrix.zeros(theta.rows, theta.columns);
  for (let i = 0; i < theta.rows; i++) {
    for (let j = 0; j < theta.columns; j++) {
      const step = Matrix.zeros(theta.rows, theta.columns).set(i, j, epsilon);
      const rise = loss(Matrix.add(theta, step)) - loss(Matrix.sub(theta, step));
      gradient.set(i, j, rise / epsilon / 2);
    }
  }
  return gradient;
}

export function relativeError(a: Matrix, b: Matrix): number {
  const difference = Matrix.sub(a, b);
  const length = (M: Matrix): number => Math.sqrt(Matrix.mul(M, M).sum());
  const sizes = length(a) + length(b);
  if (sizes > 0) return length(difference) / sizes;
  // 0 where both are zero, and NaN where there is one.
  return sizes;
}

export function checkGradients<Parameters extends Record<string, Matrix>>(
  loss: (parameters: Parameters) => number,
  parameters: Parameters,
  gradients: Record<string, Matrix>,
  epsilon = 1e-5,
): Record<string, ParameterCheck> {
  const checks: Record<string, ParameterCheck> = {};
  for (const [name, theta] of Object.entries(parameters)) {
    const lossOfOne = (moved: Matrix): number => loss({ ...parameters, [name]: moved });
    const numeric = numericGradient(lossOfOne, theta, epsilon);
    const analytic = gradients[`d${name}`];
    if (analytic === undefined) throw new Error(`d${name} is missing`);
    const error = relativeError(analytic, numeric);
    const [, verdict] = LIMITS.find(([limit]) => error < limit) ?? [Infinity, 'failed'];
    checks[name] = { relativeError: error, verdict };
  }
  return checks;
}
