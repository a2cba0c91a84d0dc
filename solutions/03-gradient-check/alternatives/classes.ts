/** Classes behind the exports: one measures slopes, one compares, one gives verdicts. */
import { Matrix } from 'ml-matrix';

export type Verdict = 'passed' | 'acceptable' | 'failed';

export interface ParameterCheck {
  relativeError: number;
  verdict: Verdict;
}

class SlopeMeter {
  constructor(
    private readonly loss: (theta: Matrix) => number,
    private readonly epsilon: number,
  ) {}

  at(theta: Matrix): Matrix {
    const trial = theta.clone();
    const gradient = Matrix.zeros(theta.rows, theta.columns);
    for (const [i, j, entry] of theta.entries()) {
      gradient.set(i, j, this.slope(trial, i, j));
      trial.set(i, j, entry);
    }
    return gradient;
  }

  /** Leaves the entry moved; whoever calls knows what it was. */
  private slope(trial: Matrix, i: number, j: number): number {
    const entry = trial.get(i, j);
    const [left, right] = [entry - this.epsilon, entry + this.epsilon].map((place) =>
      this.loss(trial.set(i, j, place)),
    );
    if (left === undefined || right === undefined) throw new Error('unreachable');
    return (right - left) / (2 * this.epsilon);
  }
}

class Comparison {
  readonly error: number;

  constructor(a: Matrix, b: Matrix) {
    const sizes = a.norm('frobenius') + b.norm('frobenius');
    const apart = a.clone().subtract(b).norm('frobenius');
    this.error = sizes === 0 ? 0 : apart / sizes;
  }

  get verdict(): Verdict {
    switch (true) {
      case this.error < 1e-5:
        return 'passed';
      case this.error < 1e-3:
        return 'acceptable';
      default:
        return 'failed';
    }
  }

  report(): ParameterCheck {
    return { relativeError: this.error, verdict: this.verdict };
  }
}

export const numericGradient = (
  loss: (theta: Matrix) => number,
  theta: Matrix,
  epsilon = 1e-5,
): Matrix => new SlopeMeter(loss, epsilon).at(theta);

export const relativeError = (a: Matrix, b: Matrix): number => new Comparison(a, b).error;

export function checkGradients<Parameters extends Record<string, Matrix>>(
  loss: (parameters: Parameters) => number,
  parameters: Parameters,
  gradients: Record<string, Matrix>,
  epsilon = 1e-5,
): Record<string, ParameterCheck> {
  const report = new Map<string, ParameterCheck>();
  for (const [name, theta] of Object.entries(parameters)) {
    const meter = new SlopeMeter((moved) => loss({ ...parameters, [name]: moved }), epsilon);
    const gradient = gradients[`d${name}`];
    if (gradient === undefined) throw new Error(`no gradient of ${name}`);
    report.set(name, new Comparison(gradient, meter.at(theta)).report());
  }
  return Object.fromEntries(report);
}
