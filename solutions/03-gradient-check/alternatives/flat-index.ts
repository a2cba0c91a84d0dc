/** One loop over a flat index, in place, with what was there put back whatever happens. */
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
  const slopes = new Float64Array(theta.size);
  for (let index = 0; index < slopes.length; index++) {
    const row = Math.floor(index / theta.columns);
    const column = index % theta.columns;
    const [below, above] = atBothSides(theta, row, column, epsilon, loss);
    slopes[index] = (above - below) / (epsilon + epsilon);
  }
  return Matrix.from1DArray(theta.rows, theta.columns, slopes);
}

/** The loss with one entry moved to the left, and to the right. */
function atBothSides(
  theta: Matrix,
  row: number,
  column: number,
  epsilon: number,
  loss: (theta: Matrix) => number,
): [below: number, above: number] {
  const before = theta.get(row, column);
  try {
    const below = loss(theta.set(row, column, before - epsilon));
    const above = loss(theta.set(row, column, before + epsilon));
    return [below, above];
  } finally {
    theta.set(row, column, before);
  }
}

export function relativeError(a: Matrix, b: Matrix): number {
  const [x, y] = [a.to1DArray(), b.to1DArray()];
  const apart = x.map((entry, index) => entry - (y[index] ?? 0));
  if (x.every((entry) => entry === 0) && y.every((entry) => entry === 0)) return 0;
  return norm(apart) / (norm(x) + norm(y));
}

export function checkGradients<Parameters extends Record<string, Matrix>>(
  loss: (parameters: Parameters) => number,
  parameters: Parameters,
  gradients: Record<string, Matrix>,
  epsilon = 1e-5,
): Record<string, ParameterCheck> {
  // The loss reads these copies: one of them is moved while it is measured.
  const copies = Object.entries(parameters).map(([name, theta]) => [name, theta.clone()] as const);
  const own = { ...parameters, ...Object.fromEntries(copies) };
  const checks: Record<string, ParameterCheck> = {};
  for (const [name, theta] of copies) {
    const measured = numericGradient(() => loss(own), theta, epsilon);
    const given = gradients[`d${name}`];
    if (!given) throw new Error(`There is no gradient of ${name}`);
    const error = relativeError(measured, given);
    let verdict: Verdict = 'failed';
    if (error < 1e-3) verdict = 'acceptable';
    if (error < 1e-5) verdict = 'passed';
    checks[name] = { relativeError: error, verdict };
  }
  return checks;
}

function norm(entries: number[]): number {
  return Math.sqrt(entries.reduce((sum, entry) => sum + entry * entry, 0));
}
