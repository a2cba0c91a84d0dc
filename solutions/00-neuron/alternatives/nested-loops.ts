/** Nested loops over single entries: not one operation of the library on a whole matrix. */
import { Matrix } from 'ml-matrix';

export type Activation = 'relu' | 'sigmoid' | 'tanh';

export interface RowParameters {
  W: Matrix;
  b: Matrix;
}

export function neuron(inputs: number[], weights: number[], bias: number): number {
  let z = 0;
  for (let i = 0; i < inputs.length; i++) z += (inputs[i] ?? 0) * (weights[i] ?? 0);
  z += bias;
  if (z >= 0) return 1 / (1 + Math.exp(-z));
  return Math.exp(z) / (1 + Math.exp(z));
}

export function relu(Z: Matrix): Matrix {
  const A = Matrix.zeros(Z.rows, Z.columns);
  for (let i = 0; i < Z.rows; i++) {
    for (let j = 0; j < Z.columns; j++) {
      if (Z.get(i, j) > 0) A.set(i, j, Z.get(i, j));
    }
  }
  return A;
}

export function sigmoid(Z: Matrix): Matrix {
  const A = Matrix.zeros(Z.rows, Z.columns);
  for (let i = 0; i < Z.rows; i++) {
    for (let j = 0; j < Z.columns; j++) A.set(i, j, neuron([Z.get(i, j)], [1], 0));
  }
  return A;
}

export function tanh(Z: Matrix): Matrix {
  const A = Matrix.zeros(Z.rows, Z.columns);
  for (let i = 0; i < Z.rows; i++) {
    for (let j = 0; j < Z.columns; j++) {
      const z = Z.get(i, j);
      // The power of a number below 0 never grows too large.
      const power = Math.exp(-2 * Math.abs(z));
      const height = (1 - power) / (1 + power);
      A.set(i, j, z < 0 ? -height : height);
    }
  }
  return A;
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
    const Z = Matrix.zeros(this.weights.rows, X.columns);
    for (let unit = 0; unit < this.weights.rows; unit++) {
      for (let example = 0; example < X.columns; example++) {
        let sum = this.biases.get(unit, 0);
        for (let input = 0; input < X.rows; input++) {
          sum += this.weights.get(unit, input) * X.get(input, example);
        }
        Z.set(unit, example, sum);
      }
    }
    if (this.activation === 'relu') return relu(Z);
    if (this.activation === 'sigmoid') return sigmoid(Z);
    return tanh(Z);
  }
}

export class Network {
  readonly layers: Layer[];

  constructor(layers: Layer[]) {
    this.layers = layers;
  }

  forward(X: Matrix): Matrix {
    let output = X;
    for (let l = 0; l < this.layers.length; l++) output = this.layers[l]?.forward(output) ?? output;
    return output;
  }
}

export function shapesInWords(network: Network, X: Matrix): string[] {
  const words: string[] = [];
  let rows = X.rows;
  for (const { weights, activation } of network.layers) {
    words.push(`${rows} x ${X.columns} -> ${weights.rows} x ${X.columns} (${activation})`);
    rows = weights.rows;
  }
  return words;
}

export function toRows(X: Matrix): Matrix {
  return turned(X);
}

export function toColumns(X: Matrix): Matrix {
  return turned(X);
}

export function rowParameters(layer: Layer): RowParameters {
  return { W: turned(layer.weights), b: turned(layer.biases) };
}

export function layerFromRows(parameters: RowParameters, activation: Activation): Layer {
  return new Layer(turned(parameters.W), turned(parameters.b), activation);
}

export function forwardRows(network: Network, X: Matrix): Matrix {
  return turned(network.forward(turned(X)));
}

function turned(M: Matrix): Matrix {
  const result = Matrix.zeros(M.columns, M.rows);
  for (let i = 0; i < M.rows; i++) {
    for (let j = 0; j < M.columns; j++) result.set(j, i, M.get(i, j));
  }
  return result;
}
