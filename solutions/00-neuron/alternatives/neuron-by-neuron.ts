/** A layer asks its neurons one by one, and each neuron one example at a time. */
import { Matrix } from 'ml-matrix';

export type Activation = 'relu' | 'sigmoid' | 'tanh';

export interface RowParameters {
  W: Matrix;
  b: Matrix;
}

const BENDS: Record<Activation, (z: number) => number> = {
  relu: (z) => (z > 0 ? z : 0),
  sigmoid: (z) => (1 + Math.tanh(z / 2)) / 2,
  tanh: (z) => Math.tanh(z),
};

/** What a neuron has added up before it bends. */
function weighed(inputs: number[], weights: number[], bias: number): number {
  return inputs.reduce((sum, input, place) => sum + input * (weights[place] ?? 0), bias);
}

export function neuron(inputs: number[], weights: number[], bias: number): number {
  return BENDS.sigmoid(weighed(inputs, weights, bias));
}

const bent = (Z: Matrix, activation: Activation): Matrix => {
  const entries = Z.to1DArray().map(BENDS[activation]);
  return Matrix.from1DArray(Z.rows, Z.columns, entries);
};

export const relu = (Z: Matrix): Matrix => bent(Z, 'relu');
export const sigmoid = (Z: Matrix): Matrix => bent(Z, 'sigmoid');
export const tanh = (Z: Matrix): Matrix => bent(Z, 'tanh');

export class Layer {
  constructor(
    readonly weights: Matrix,
    readonly biases: Matrix,
    readonly activation: Activation,
  ) {}

  forward(X: Matrix): Matrix {
    const examples = Array.from({ length: X.columns }, (_, column) => X.getColumn(column));
    return new Matrix(
      this.weights
        .to2DArray()
        .map((weights, unit) =>
          examples.map((inputs) =>
            BENDS[this.activation](weighed(inputs, weights, this.biases.get(unit, 0))),
          ),
        ),
    );
  }
}

export class Network {
  constructor(readonly layers: Layer[]) {}

  forward(X: Matrix): Matrix {
    return this.layers.reduce((A, layer) => layer.forward(A), X);
  }
}

export function shapesInWords({ layers }: Network, X: Matrix): string[] {
  const sizes = [X.rows, ...layers.map(({ weights }) => weights.rows)];
  return layers.map(
    ({ activation }, l) =>
      `${sizes[l]} x ${X.columns} -> ${sizes[l + 1]} x ${X.columns} (${activation})`,
  );
}

export function toRows(X: Matrix): Matrix {
  return new Matrix(Array.from({ length: X.columns }, (_, column) => X.getColumn(column)));
}

export function toColumns(X: Matrix): Matrix {
  const result = new Matrix(X.columns, X.rows);
  X.to2DArray().forEach((example, place) => {
    result.setColumn(place, example);
  });
  return result;
}

export function rowParameters({ weights, biases }: Layer): RowParameters {
  return { W: toRows(weights), b: Matrix.rowVector(biases.getColumn(0)) };
}

export function layerFromRows({ W, b }: RowParameters, activation: Activation): Layer {
  return new Layer(toColumns(W), Matrix.columnVector(b.getRow(0)), activation);
}

export function forwardRows(network: Network, X: Matrix): Matrix {
  // Each example goes through alone, as a single column.
  const answers = X.to2DArray().map((example) =>
    network.forward(Matrix.columnVector(example)).getColumn(0),
  );
  return new Matrix(answers);
}
