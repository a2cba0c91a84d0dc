/** Classes behind the exports: an activation knows its slope, and a network is given one of them. */
import { Matrix } from 'ml-matrix';
import { type Cache, type Parameters, softmax } from '../../01-forward-pass/solution.ts';

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

export interface Comparison {
  tanh: Training;
  relu: Training;
}

abstract class Activation {
  abstract value(z: number): number;
  abstract slope(z: number): number;

  bend(Z: Matrix): Matrix {
    return this.#each(Z, (z) => this.value(z));
  }

  slopes(Z: Matrix): Matrix {
    return this.#each(Z, (z) => this.slope(z));
  }

  #each(Z: Matrix, f: (z: number) => number): Matrix {
    const result = new Matrix(Z.rows, Z.columns);
    for (const [i, j, z] of Z.entries()) result.set(i, j, f(z));
    return result;
  }
}

class LeakyRelu extends Activation {
  constructor(private readonly leak: number) {
    super();
  }

  value(z: number): number {
    return z * this.slope(z);
  }

  slope(z: number): number {
    return z > 0 ? 1 : this.leak;
  }
}

/** A leak of nothing at all. */
class Relu extends LeakyRelu {
  constructor() {
    super(0);
  }
}

class Tanh extends Activation {
  value(z: number): number {
    return Math.tanh(z);
  }

  slope(z: number): number {
    return 1 / Math.cosh(z) ** 2;
  }
}

class Network {
  constructor(
    private readonly activation: Activation,
    readonly parameters: Parameters,
  ) {}

  forward(X: Matrix): Cache {
    const { W1, b1, W2, b2 } = this.parameters;
    const Z1 = X.mmul(W1).addRowVector(b1);
    const A1 = this.activation.bend(Z1);
    const Z2 = A1.mmul(W2).addRowVector(b2);
    return { X, Z1, A1, Z2, A2: softmax(Z2) };
  }

  backward({ X, Z1, A1, A2 }: Cache, Y: Matrix): Gradients {
    const mean = (M: Matrix): Matrix => Matrix.rowVector(M.mean('column'));
    const dZ2 = Matrix.sub(A2, Y);
    const dA1 = dZ2.mmul(this.parameters.W2.transpose());
    const dZ1 = dA1.mul(this.activation.slopes(Z1));
    return {
      dW1: X.transpose().mmul(dZ1).div(X.rows),
      db1: mean(dZ1),
      dW2: A1.transpose().mmul(dZ2).div(X.rows),
      db2: mean(dZ2),
    };
  }

  /** The network after one step; this one stays as it is. */
  after({ dW1, db1, dW2, db2 }: Gradients, learningRate: number): Network {
    const { W1, b1, W2, b2 } = this.parameters;
    const step = (theta: Matrix, gradient: Matrix) =>
      Matrix.sub(theta, Matrix.mul(gradient, learningRate));
    return new Network(this.activation, {
      W1: step(W1, dW1),
      b1: step(b1, db1),
      W2: step(W2, dW2),
      b2: step(b2, db2),
    });
  }

  trained(X: Matrix, Y: Matrix, learningRate: number, steps: number): Training {
    const losses: number[] = [];
    let network: Network = this;
    for (let step = 0; step < steps; step++) {
      const cache = network.forward(X);
      losses.push(crossEntropy(cache.A2, Y));
      network = network.after(network.backward(cache, Y), learningRate);
    }
    return { parameters: network.parameters, losses };
  }
}

export const relu = (Z: Matrix): Matrix => new Relu().bend(Z);

export const reluGradient = (Z: Matrix): Matrix => new Relu().slopes(Z);

export const leakyRelu = (Z: Matrix, slope: number): Matrix => new LeakyRelu(slope).bend(Z);

export const leakyReluGradient = (Z: Matrix, slope: number): Matrix =>
  new LeakyRelu(slope).slopes(Z);

export const forward = (X: Matrix, parameters: Parameters): Cache =>
  new Network(new Relu(), parameters).forward(X);

export const backward = (cache: Cache, Y: Matrix, parameters: Parameters): Gradients =>
  new Network(new Relu(), parameters).backward(cache, Y);

export function crossEntropy(A: Matrix, Y: Matrix): number {
  return -Y.dot(Matrix.log(Matrix.add(A, 1e-8))) / A.rows;
}

export function compareActivations(
  X: Matrix,
  Y: Matrix,
  parameters: Parameters,
  learningRate: number,
  steps: number,
): Comparison {
  const [tanh, relu] = [new Tanh(), new Relu()].map((activation) =>
    new Network(activation, parameters).trained(X, Y, learningRate, steps),
  );
  if (tanh === undefined || relu === undefined) throw new Error('two networks give two trainings');
  return { tanh, relu };
}
