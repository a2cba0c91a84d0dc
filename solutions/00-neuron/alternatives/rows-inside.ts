/** X W + b is what computes everything; columns are turned at the door and turned back. */
import { Matrix } from 'ml-matrix';

export type Activation = 'relu' | 'sigmoid' | 'tanh';

export interface RowParameters {
  W: Matrix;
  b: Matrix;
}

export function neuron(inputs: number[], weights: number[], bias: number): number {
  const parameters = { W: Matrix.columnVector(weights), b: new Matrix([[bias]]) };
  return rowLayer(Matrix.rowVector(inputs), parameters, 'sigmoid').get(0, 0);
}

export function relu(Z: Matrix): Matrix {
  return each(Z, (z) => (z + Math.abs(z)) / 2);
}

export function sigmoid(Z: Matrix): Matrix {
  return each(Z, (z) => {
    // Beyond 500 nothing changes that a number could show.
    const clipped = Math.min(500, Math.max(-500, z));
    return 1 / (1 + Math.exp(-clipped));
  });
}

export function tanh(Z: Matrix): Matrix {
  return each(Z, Math.tanh);
}

export class Layer {
  readonly weights: Matrix;
  readonly biases: Matrix;
  readonly activation: Activation;

  constructor(weights: Matrix, biases: Matrix, activation: Activation) {
    this.weights = weights;
    this.biases = biases;
    this.activation = activation;
  }

  forward(X: Matrix): Matrix {
    return toColumns(rowLayer(toRows(X), rowParameters(this), this.activation));
  }
}

export class Network {
  readonly layers: Layer[];

  constructor(layers: Layer[]) {
    this.layers = layers;
  }

  forward(X: Matrix): Matrix {
    return toColumns(forwardRows(this, toRows(X)));
  }
}

export function shapesInWords(network: Network, X: Matrix): string[] {
  return network.layers.map((layer) => {
    const { W } = rowParameters(layer);
    const [before, after] = [W.rows, W.columns].map((rows) => `${rows} x ${X.columns}`);
    return `${before} -> ${after} (${layer.activation})`;
  });
}

export function toRows(X: Matrix): Matrix {
  return X.transpose();
}

export function toColumns(X: Matrix): Matrix {
  return X.transpose();
}

export function rowParameters({ weights, biases }: Layer): RowParameters {
  return { W: weights.transpose(), b: biases.transpose() };
}

export function layerFromRows({ W, b }: RowParameters, activation: Activation): Layer {
  return new Layer(W.transpose(), b.transpose(), activation);
}

export function forwardRows(network: Network, X: Matrix): Matrix {
  let A = X;
  for (const layer of network.layers) A = rowLayer(A, rowParameters(layer), layer.activation);
  return A;
}

function rowLayer(X: Matrix, { W, b }: RowParameters, activation: Activation): Matrix {
  const Z = X.mmul(W).addRowVector(b);
  if (activation === 'tanh') return tanh(Z);
  return activation === 'relu' ? relu(Z) : sigmoid(Z);
}

function each(Z: Matrix, f: (z: number) => number): Matrix {
  const A = Z.clone();
  A.apply((i, j) => {
    A.set(i, j, f(Z.get(i, j)));
  });
  return A;
}
