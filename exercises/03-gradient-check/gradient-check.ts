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
  // Your code here.
  throw new Error('Not written yet: numericGradient');
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
  // Your code here.
  throw new Error('Not written yet: relativeError');
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
  // Your code here.
  throw new Error('Not written yet: checkGradients');
}
