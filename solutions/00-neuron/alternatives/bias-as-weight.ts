/** The bias trick: a row of ones below the inputs, and the biases as one more column of weights. */
import { Matrix } from 'ml-matrix';

export type Activation = 'relu' | 'sigmoid' | 'tanh';

export interface RowParameters {
  W: Matrix;
  b: Matrix;
}

export function neuron(inputs: number[], weights: number[], bias: number): number {
  const one = new Layer(Matrix.rowVector(weights), new Matrix([[bias]]), 'sigmoid');
  return one.forward(Matrix.columnVector(inputs)).get(0, 0);
}

export function relu(Z: Matrix): Matrix {
  // z + |z| is 2z or 0.
  return Matrix.abs(Z).add(Z).div(2);
}

export function sigmoid(Z: Matrix): Matrix {
  return Matrix.mul(Z, -1).exp().add(1).pow(-1);
}

export function tanh(Z: Matrix): Matrix {
  return sigmoid(Matrix.mul(Z, 2)).mul(2).sub(1);
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
    const all = this.weights.clone().addColumn(this.biases.getColumn(0));
    const Z = all.mmul(withOnes(X));
    switch (this.activation) {
      case 'relu':
        return relu(Z);
      case 'sigmoid':
        return sigmoid(Z);
      case 'tanh':
        return tanh(Z);
    }
  }
}

export class Network {
  readonly layers: Layer[];

  constructor(layers: Layer[]) {
    this.layers = layers;
  }

  forward(X: Matrix): Matrix {
    return through(this.layers, X);
  }
}

/** The first layer, and then the rest. */
function through([first, ...rest]: Layer[], X: Matrix): Matrix {
  return first === undefined ? X : through(rest, first.forward(X));
}

export function shapesInWords(network: Network, X: Matrix): string[] {
  let A = X;
  return network.layers.map((layer) => {
    const before = said(A);
    A = layer.forward(A);
    return `${before} -> ${said(A)} (${layer.activation})`;
  });
}

export function toRows(X: Matrix): Matrix {
  return X.transpose();
}

export function toColumns(X: Matrix): Matrix {
  return X.transpose();
}

export function rowParameters(layer: Layer): RowParameters {
  const { weights, biases } = layer;
  return { W: toRows(weights), b: toRows(biases) };
}

export function layerFromRows(parameters: RowParameters, activation: Activation): Layer {
  return new Layer(toColumns(parameters.W), toColumns(parameters.b), activation);
}

export function forwardRows(network: Network, X: Matrix): Matrix {
  return toRows(network.forward(toColumns(X)));
}

function said(M: Matrix): string {
  return [M.rows, M.columns].join(' x ');
}

/** (inputs + 1) x examples: the inputs, and a 1 for the bias to be multiplied by. */
function withOnes(X: Matrix): Matrix {
  return X.clone().addRow(Matrix.ones(1, X.columns));
}
