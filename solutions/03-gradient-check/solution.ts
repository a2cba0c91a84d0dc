import { Matrix } from 'ml-matrix';

/** What is said of a gradient: below 1e-5 `passed`, below 1e-3 `acceptable`, else `failed`. */
export type Verdict = 'passed' | 'acceptable' | 'failed';

/** What the check found for one parameter. */
export interface ParameterCheck {
  /** How far the gradient lies from the measured one, as a share of their sizes. */
  relativeError: number;
  verdict: Verdict;
}

/**
 * Measures the slope of a loss at every entry of theta by centred differences:
 * (loss with the entry + epsilon - loss with the entry - epsilon) / (2 epsilon).
 *
 * @param loss gives one number for any matrix of theta's shape
 * @param theta r x c; afterwards it holds exactly what it held before
 * @param epsilon how far one entry is moved to each side
 * @returns r x c, the slope at every entry
 */
export function numericGradient(
  loss: (theta: Matrix) => number,
  theta: Matrix,
  epsilon = 1e-5,
): Matrix {
  // #region solution
  const gradient = Matrix.zeros(theta.rows, theta.columns);
  for (let i = 0; i < theta.rows; i++) {
    for (let j = 0; j < theta.columns; j++) {
      const old = theta.get(i, j);
      theta.set(i, j, old + epsilon);
      const plus = loss(theta);
      theta.set(i, j, old - epsilon);
      const minus = loss(theta);
      theta.set(i, j, old);
      gradient.set(i, j, (plus - minus) / (2 * epsilon));
    }
  }
  return gradient;
  // #endregion
}

/**
 * How far two gradients lie apart: ‖a - b‖ / (‖a‖ + ‖b‖), where ‖a‖ is the square
 * root of the sum of all squared entries.
 *
 * @param a r x c; not changed
 * @param b r x c; not changed
 * @returns from 0 (equal) to 1; 0 where both are zero; NaN where a or b holds NaN
 */
export function relativeError(a: Matrix, b: Matrix): number {
  // #region solution
  const difference = Matrix.sub(a, b).norm();
  const size = a.norm() + b.norm();
  if (size === 0) return 0;
  return difference / size;
  // #endregion
}

/**
 * Holds the gradient of every parameter against the measured one.
 *
 * @param loss gives one number for the whole record of parameters
 * @param parameters matrices by name, for example W1 and b1; not changed
 * @param gradients the gradient of each: that of W1 stands under dW1; not changed
 * @param epsilon how far one entry is moved to each side
 * @returns what was found, under the names of the parameters
 */
export function checkGradients<Parameters extends Record<string, Matrix>>(
  loss: (parameters: Parameters) => number,
  parameters: Parameters,
  gradients: Record<string, Matrix>,
  epsilon = 1e-5,
): Record<string, ParameterCheck> {
  // #region solution
  const checks: Record<string, ParameterCheck> = {};
  for (const [name, theta] of Object.entries(parameters)) {
    const gradient = gradients[`d${name}`];
    if (gradient === undefined) throw new Error(`There is no gradient d${name}`);
    const lossAt = (moved: Matrix) => loss({ ...parameters, [name]: moved });
    const numeric = numericGradient(lossAt, theta, epsilon);
    const error = relativeError(gradient, numeric);
    checks[name] = { relativeError: error, verdict: verdictOf(error) };
  }
  return checks;
  // #endregion
}

// #region solution
/** The questions are asked so that NaN, of which every comparison is false, ends at `failed`. */
function verdictOf(error: number): Verdict {
  if (error < 1e-5) return 'passed';
  if (error < 1e-3) return 'acceptable';
  return 'failed';
}
// #endregion
