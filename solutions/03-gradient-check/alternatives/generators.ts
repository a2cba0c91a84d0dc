/** A generator walks over all places of a matrix; norms and slopes are what comes of the walk. */
import { Matrix } from 'ml-matrix';

export type Verdict = 'passed' | 'acceptable' | 'failed';

export interface ParameterCheck {
  relativeError: number;
  verdict: Verdict;
}

type Place = readonly [row: number, column: number];

function* placesOf(matrix: Matrix): Generator<Place> {
  for (let row = 0; row < matrix.rows; row++) {
    for (let column = 0; column < matrix.columns; column++) yield [row, column];
  }
}

function* squares(matrix: Matrix): Generator<number> {
  for (const [row, column] of placesOf(matrix)) yield matrix.get(row, column) ** 2;
}

function lengthOf(matrix: Matrix): number {
  let total = 0;
  for (const square of squares(matrix)) total += square;
  return Math.sqrt(total);
}

/** A copy of theta, with one entry moved. */
function moved(theta: Matrix, [row, column]: Place, by: number): Matrix {
  const copy = Matrix.from1DArray(theta.rows, theta.columns, theta.to1DArray());
  copy.set(row, column, theta.get(row, column) + by);
  return copy;
}

export function numericGradient(
  loss: (theta: Matrix) => number,
  theta: Matrix,
  epsilon = 1e-5,
): Matrix {
  const gradient = new Matrix(theta.rows, theta.columns);
  for (const place of placesOf(theta)) {
    // Divided before they are subtracted: the same number but for its last digits.
    const plus = loss(moved(theta, place, epsilon)) / (2 * epsilon);
    const minus = loss(moved(theta, place, -epsilon)) / (2 * epsilon);
    gradient.set(...place, plus - minus);
  }
  return gradient;
}

export function relativeError(a: Matrix, b: Matrix): number {
  const share = lengthOf(Matrix.subtract(a, b)) / (lengthOf(a) + lengthOf(b));
  const areZero = [...squares(a), ...squares(b)].every((square) => square === 0);
  return areZero ? 0 : share;
}

export function checkGradients<Parameters extends Record<string, Matrix>>(
  loss: (parameters: Parameters) => number,
  parameters: Parameters,
  gradients: Record<string, Matrix>,
  epsilon = 1e-5,
): Record<string, ParameterCheck> {
  const checks: Record<string, ParameterCheck> = {};
  for (const name of Object.keys(parameters)) {
    const theta: Matrix | undefined = parameters[name];
    const gradient = gradients[`d${name}`];
    if (theta === undefined || gradient === undefined) throw new Error(`${name} has no partner`);
    const numeric = numericGradient(
      (each) => loss({ ...parameters, [name]: each }),
      theta,
      epsilon,
    );
    const error = relativeError(gradient, numeric);
    checks[name] = { relativeError: error, verdict: verdictOn(error) };
  }
  return checks;
}

function verdictOn(error: number): Verdict {
  if (Number.isNaN(error) || error >= 1e-3) return 'failed';
  return error >= 1e-5 ? 'acceptable' : 'passed';
}
