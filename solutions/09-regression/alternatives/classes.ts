/** A layer is an object that knows its stacked weights, what went into it last, and its own gradient. */
import { Matrix } from 'ml-matrix';
import { sigmoid } from '../../01-forward-pass/solution.ts';

export interface Parameters {
  W1: Matrix;
  W2: Matrix;
}

export interface Cache {
  Xaug: Matrix;
  Z1: Matrix;
  H: Matrix;
  Haug: Matrix;
  prediction: Matrix;
}

export interface Training {
  parameters: Parameters;
  losses: number[];
}

/** Weights whose last row is the biases. */
class Layer {
  #input = Matrix.zeros(0, 0);

  constructor(private stacked: Matrix) {}

  get weights(): Matrix {
    return this.stacked;
  }

  /** Notes what came in, with ones, and answers with what goes out. */
  pass(input: Matrix): Matrix {
    this.#input = augmentWithOnes(input);
    return this.#input.mmul(this.stacked);
  }

  get input(): Matrix {
    return this.#input;
  }

  /** Blame of what came in; the ones get none. */
  blame(error: Matrix): Matrix {
    const all = error.mmul(this.stacked.transpose());
    return all.removeColumn(all.columns - 1);
  }

  step(gradient: Matrix, learningRate: number): void {
    this.stacked = Matrix.sub(this.stacked, gradient.mul(learningRate));
  }
}

class Network {
  readonly hidden: Layer;
  readonly output: Layer;

  constructor({ W1, W2 }: Parameters) {
    this.hidden = new Layer(W1);
    this.output = new Layer(W2);
  }

  predict(X: Matrix): Cache {
    const Z1 = this.hidden.pass(X);
    const H = sigmoid(Z1);
    const prediction = this.output.pass(H);
    return { Xaug: this.hidden.input, Z1, H, Haug: this.output.input, prediction };
  }

  get parameters(): Parameters {
    return { W1: this.hidden.weights, W2: this.output.weights };
  }
}

export function augmentWithOnes(X: Matrix): Matrix {
  const wide = X.clone();
  wide.addColumn(Array.from({ length: X.rows }, () => 1));
  return wide;
}

export function halfMeanSquaredError(prediction: Matrix, Y: Matrix): number {
  return 0.5 * Matrix.sub(Y, prediction).pow(2).mean();
}

export function forward(X: Matrix, parameters: Parameters): Cache {
  return new Network(parameters).predict(X);
}

export function outputGradient({ Haug, prediction }: Cache, Y: Matrix): Matrix {
  return averaged(Haug, Matrix.sub(prediction, Y));
}

export function hiddenError({ H, prediction }: Cache, Y: Matrix, W2: Matrix): Matrix {
  const output = new Layer(W2);
  const climb = Matrix.mul(H, -1).add(1).mul(H);
  return output.blame(Matrix.sub(prediction, Y)).mul(climb);
}

export function hiddenGradient({ Xaug }: Cache, error: Matrix): Matrix {
  return averaged(Xaug, error);
}

export function train(
  X: Matrix,
  Y: Matrix,
  parameters: Parameters,
  learningRate: number,
  steps: number,
): Training {
  const network = new Network(parameters);
  const losses = Array.from({ length: steps }, () => {
    const cache = network.predict(X);
    const error = hiddenError(cache, Y, network.output.weights);
    network.output.step(outputGradient(cache, Y), learningRate);
    network.hidden.step(hiddenGradient(cache, error), learningRate);
    return halfMeanSquaredError(cache.prediction, Y);
  });
  return { parameters: network.parameters, losses };
}

function averaged(input: Matrix, error: Matrix): Matrix {
  return input
    .transpose()
    .mmul(error)
    .mul(1 / input.rows);
}
