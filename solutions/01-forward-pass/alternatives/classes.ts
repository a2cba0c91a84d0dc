/** Classes behind the exports: layers with an activation each, and a network made of them. */
import { Matrix } from 'ml-matrix';

export interface Parameters {
  W1: Matrix;
  b1: Matrix;
  W2: Matrix;
  b2: Matrix;
}

export interface Cache {
  X: Matrix;
  Z1: Matrix;
  A1: Matrix;
  Z2: Matrix;
  A2: Matrix;
}

abstract class Activation {
  abstract at(z: number): number;

  of(Z: Matrix): Matrix {
    const result = Z.clone();
    const { at } = this;
    result.apply(function bend(i, j) {
      this.set(i, j, at(this.get(i, j)));
    });
    return result;
  }
}

class Tanh extends Activation {
  at(z: number): number {
    return Math.tanh(z);
  }
}

class Sigmoid extends Activation {
  at(z: number): number {
    return 1 / (1 + Math.exp(-z));
  }
}

class Layer {
  constructor(
    private readonly W: Matrix,
    private readonly b: Matrix,
    private readonly activation: Activation,
  ) {}

  run(inputs: Matrix): { before: Matrix; after: Matrix } {
    const before = inputs.mmul(this.W);
    before.addRowVector(this.b);
    return { before, after: this.activation.of(before) };
  }
}

class Network {
  private readonly hidden: Layer;
  private readonly output: Layer;

  constructor({ W1, b1, W2, b2 }: Parameters) {
    this.hidden = new Layer(W1, b1, new Tanh());
    this.output = new Layer(W2, b2, new Sigmoid());
  }

  forward(X: Matrix): Cache {
    const first = this.hidden.run(X);
    const second = this.output.run(first.after);
    return { X, Z1: first.before, A1: first.after, Z2: second.before, A2: second.after };
  }

  predict(X: Matrix): Matrix {
    const { A2 } = this.forward(X);
    return Matrix.columnVector(A2.getColumn(0).map((a) => (a > 0.5 ? 1 : 0)));
  }
}

/** Adds up costs and knows how many there were. */
class Average {
  private total = 0;
  private count = 0;

  add(cost: number): this {
    this.total += cost;
    this.count += 1;
    return this;
  }

  get value(): number {
    return this.total / this.count;
  }
}

export const sigmoid = (Z: Matrix): Matrix => new Sigmoid().of(Z);

export const softmax = (Z: Matrix): Matrix => {
  const powers = Matrix.exp(Z.clone().subColumnVector(Z.max('row')));
  return powers.divColumnVector(powers.sum('row'));
};

export const forward = (X: Matrix, parameters: Parameters): Cache =>
  new Network(parameters).forward(X);

export const predict = (X: Matrix, parameters: Parameters): Matrix =>
  new Network(parameters).predict(X);

export function binaryCrossEntropy(A: Matrix, Y: Matrix): number {
  const average = new Average();
  for (const [i, , a] of A.entries()) {
    const y = Y.get(i, 0);
    average.add(-(y * Math.log(a) + (1 - y) * Math.log(1 - a)));
  }
  return average.value;
}
