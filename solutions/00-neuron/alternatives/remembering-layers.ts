/** As the lesson has it: a layer keeps its activation as a function, and what it saw for later. */
import { Matrix } from 'ml-matrix';

export type Activation = 'relu' | 'sigmoid' | 'tanh';

export interface RowParameters {
  W: Matrix;
  b: Matrix;
}

export function neuron(inputs: number[], weights: number[], bias: number): number {
  const products = inputs.map((input, place) => input * (weights[place] ?? 0));
  const z = products.reduce((sum, product) => sum + product, 0) + bias;
  return sigmoid(new Matrix([[z]])).get(0, 0);
}

export function relu(Z: Matrix): Matrix {
  const A = Z.clone();
  for (const [i, j, z] of Z.entries()) A.set(i, j, Math.max(z, 0));
  return A;
}

export function sigmoid(Z: Matrix): Matrix {
  const A = Z.clone();
  for (const [i, j, z] of Z.entries()) A.set(i, j, z < -700 ? 0 : 1 / (1 + Math.exp(-z)));
  return A;
}

export function tanh(Z: Matrix): Matrix {
  const A = Z.clone();
  for (const [i, j, z] of Z.entries()) A.set(i, j, 1 - 2 / (Math.exp(2 * z) + 1));
  return A;
}

export class Layer {
  readonly weights: Matrix;
  readonly biases: Matrix;
  readonly activation: Activation;
  private readonly bend: (Z: Matrix) => Matrix;
  private seen: { inputs: Matrix; z: Matrix; output: Matrix } | null = null;

  constructor(weights: Matrix, biases: Matrix, activation: Activation) {
    this.weights = weights;
    this.biases = biases;
    this.activation = activation;
    this.bend = { relu, sigmoid, tanh }[activation];
  }

  forward(X: Matrix): Matrix {
    const spread = this.biases.mmul(Matrix.ones(1, X.columns));
    const z = Matrix.add(this.weights.mmul(X), spread);
    this.seen = { inputs: X, z, output: this.bend(z) };
    return this.seen.output;
  }
}

export class Network {
  readonly layers: Layer[];

  constructor(layers: Layer[]) {
    this.layers = layers;
  }

  forward(X: Matrix): Matrix {
    let output = X;
    this.layers.forEach((layer) => {
      output = layer.forward(output);
    });
    return output;
  }

  describe(examples: number): string[] {
    return this.layers.map(({ weights: { rows, columns }, activation }) => {
      const shape = (size: number) => `${size} x ${examples}`;
      return `${shape(columns)} -> ${shape(rows)} (${activation})`;
    });
  }
}

export function shapesInWords(network: Network, X: Matrix): string[] {
  return network.describe(X.columns);
}

export const toRows = (X: Matrix): Matrix => new Matrix(columnsOf(X));

export const toColumns = (X: Matrix): Matrix => new Matrix(columnsOf(X));

export function rowParameters(layer: Layer): RowParameters {
  return { W: toRows(layer.weights), b: Matrix.rowVector(layer.biases.to1DArray()) };
}

export function layerFromRows(parameters: RowParameters, activation: Activation): Layer {
  const biases = Matrix.columnVector(parameters.b.to1DArray());
  return new Layer(toColumns(parameters.W), biases, activation);
}

export function forwardRows(network: Network, X: Matrix): Matrix {
  return toRows(network.forward(toColumns(X)));
}

function columnsOf(M: Matrix): number[][] {
  const list: number[][] = [];
  for (let column = 0; column < M.columns; column++) list.push(M.getColumn(column));
  return list;
}
