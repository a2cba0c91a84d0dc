/** Classes behind the exports: a network that owns its parameters, learns in place, and is asked. */
import { Matrix } from 'ml-matrix';
import {
  binaryCrossEntropy,
  type Cache,
  forward,
  type Parameters,
} from '../../01-forward-pass/solution.ts';

export interface Gradients {
  dW1: Matrix;
  db1: Matrix;
  dW2: Matrix;
  db2: Matrix;
}

export interface Training {
  parameters: Parameters;
  losses: number[];
}

type Name = keyof Parameters;
const NAMES: readonly Name[] = ['W1', 'b1', 'W2', 'b2'];

class Network {
  readonly #parameters: Parameters;

  constructor({ W1, b1, W2, b2 }: Parameters) {
    // Copies: whoever made the network keeps what is theirs.
    this.#parameters = { W1: W1.clone(), b1: b1.clone(), W2: W2.clone(), b2: b2.clone() };
  }

  get parameters(): Parameters {
    return { ...this.#parameters };
  }

  run(X: Matrix): Cache {
    return forward(X, this.#parameters);
  }

  blame(cache: Cache, Y: Matrix): Gradients {
    return new Backpropagation(cache, Y, this.#parameters.W2).gradients();
  }

  move(gradients: Gradients, learningRate: number): this {
    for (const name of NAMES) {
      const gradient = gradients[`d${name}`];
      const theta = this.#parameters[name];
      theta.apply(function descend(i, j) {
        this.set(i, j, this.get(i, j) - learningRate * gradient.get(i, j));
      });
    }
    return this;
  }
}

class Backpropagation {
  readonly #error: Matrix;

  constructor(
    private readonly cache: Cache,
    Y: Matrix,
    private readonly W2: Matrix,
  ) {
    this.#error = Matrix.sub(cache.A2, Y);
  }

  gradients(): Gradients {
    const { X, A1 } = this.cache;
    const hidden = this.hiddenError();
    return {
      dW1: this.average(X, hidden),
      db1: this.average(this.ones, hidden),
      dW2: this.average(A1, this.#error),
      db2: this.average(this.ones, this.#error),
    };
  }

  private get ones(): Matrix {
    return Matrix.ones(this.#error.rows, 1);
  }

  private hiddenError(): Matrix {
    const { A1 } = this.cache;
    const { rows, columns } = A1;
    // (1 - a)(1 + a) is 1 - a squared.
    const slope = Matrix.mul(Matrix.sub(Matrix.ones(rows, columns), A1), Matrix.add(A1, 1));
    return this.#error.mmul(this.W2.transpose()).mul(slope);
  }

  /** Inputs against errors, averaged over the examples. */
  private average(inputs: Matrix, errors: Matrix): Matrix {
    return inputs.transpose().div(errors.rows).mmul(errors);
  }
}

export const backward = (cache: Cache, Y: Matrix, parameters: Parameters): Gradients =>
  new Network(parameters).blame(cache, Y);

export const update = (
  parameters: Parameters,
  gradients: Gradients,
  learningRate: number,
): Parameters => new Network(parameters).move(gradients, learningRate).parameters;

export function train(
  X: Matrix,
  Y: Matrix,
  parameters: Parameters,
  learningRate: number,
  steps: number,
): Training {
  const network = new Network(parameters);
  const losses: number[] = [];
  while (losses.length < steps) {
    const cache = network.run(X);
    losses.push(binaryCrossEntropy(cache.A2, Y));
    network.move(network.blame(cache, Y), learningRate);
  }
  return { parameters: network.parameters, losses };
}
