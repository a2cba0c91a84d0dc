/** The centred difference as the average of two one-sided ones, that to the right and that to the left. */
import { Matrix } from 'ml-matrix';

export type Verdict = 'passed' | 'acceptable' | 'failed';

export interface ParameterCheck {
  relativeError: number;
  verdict: Verdict;
}

export function numericGradient(
  loss: (theta: Matrix) => number,
  theta: Matrix,
  epsilon = 1e-5,
): Matrix {
  const middle = loss(theta);
  const slopeTowards = (step: number, i: number, j: number): number => {
    const moved = theta.clone();
    moved.set(i, j, moved.get(i, j) + step);
    return (loss(moved) - middle) / step;
  };
  const gradient = theta.clone();
  for (const [i, j] of theta.entries()) {
    const right = slopeTowards(epsilon, i, j);
    const left = slopeTowards(-epsilon, i, j);
    gradient.set(i, j, (right + left) / 2);
  }
  return gradient;
}

export function relativeError(a: Matrix, b: Matrix): number {
  // All three lengths in one walk over the entries.
  let [ofA, ofB, ofDifference] = [0, 0, 0];
  for (let i = 0; i < a.rows; i++) {
    for (let j = 0; j < a.columns; j++) {
      const [x, y] = [a.get(i, j), b.get(i, j)];
      ofA += x ** 2;
      ofB += y ** 2;
      ofDifference += (x - y) ** 2;
    }
  }
  if (ofA === 0 && ofB === 0) return 0;
  return Math.sqrt(ofDifference) / (Math.sqrt(ofA) + Math.sqrt(ofB));
}

export function checkGradients<Parameters extends Record<string, Matrix>>(
  loss: (parameters: Parameters) => number,
  parameters: Parameters,
  gradients: Record<string, Matrix>,
  epsilon = 1e-5,
): Record<string, ParameterCheck> {
  const checked = Object.entries(parameters).map(([name, matrix]) => {
    const numeric = numericGradient(
      (theta) => loss({ ...parameters, [name]: theta }),
      matrix,
      epsilon,
    );
    // Where there is no gradient, nothing agrees.
    const analytic = gradients[`d${name}`] ?? Matrix.mul(numeric, Number.NaN);
    const error = relativeError(numeric, analytic);
    return [name, { relativeError: error, verdict: judge(error) }] as const;
  });
  return Object.fromEntries(checked);
}

function judge(error: number): Verdict {
  if (!(error < 1e-3)) return 'failed';
  return error < 1e-5 ? 'passed' : 'acceptable';
}
