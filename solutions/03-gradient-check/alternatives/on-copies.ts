/** Two copies for every entry, one a step above and one a step below: theta itself is never moved. */
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
  const slopes = theta.to2DArray().map((row, i) =>
    row.map((entry, j) => {
      const above = theta.clone().set(i, j, entry + epsilon);
      const below = theta.clone().set(i, j, entry - epsilon);
      return (loss(above) - loss(below)) / (2 * epsilon);
    }),
  );
  return new Matrix(slopes);
}

export function relativeError(a: Matrix, b: Matrix): number {
  const distance = lengthOf(Matrix.sub(a, b).to1DArray());
  const sizes = lengthOf(a.to1DArray()) + lengthOf(b.to1DArray());
  return sizes === 0 ? 0 : distance / sizes;
}

export function checkGradients<Parameters extends Record<string, Matrix>>(
  loss: (parameters: Parameters) => number,
  parameters: Parameters,
  gradients: Record<string, Matrix>,
  epsilon = 1e-5,
): Record<string, ParameterCheck> {
  return Object.fromEntries(
    Object.keys(parameters).map((name) => [
      name,
      checkOne(loss, parameters, gradients, name, epsilon),
    ]),
  );
}

function checkOne<Parameters extends Record<string, Matrix>>(
  loss: (parameters: Parameters) => number,
  parameters: Parameters,
  gradients: Record<string, Matrix>,
  name: string,
  epsilon: number,
): ParameterCheck {
  const theta = parameters[name];
  const gradient = gradients[`d${name}`];
  if (!theta || !gradient) throw new Error(`Nothing to compare for ${name}`);
  const measured = numericGradient(
    (moved) => loss({ ...parameters, [name]: moved }),
    theta,
    epsilon,
  );
  const error = relativeError(gradient, measured);
  return {
    relativeError: error,
    verdict: error < 1e-5 ? 'passed' : error < 1e-3 ? 'acceptable' : 'failed',
  };
}

function lengthOf(entries: number[]): number {
  return Math.hypot(...entries);
}
