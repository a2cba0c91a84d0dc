import { Matrix } from 'ml-matrix';

/** The names of the three activations. */
export type Activation = 'relu' | 'sigmoid' | 'tanh';

/** The parameters of a layer as the exercises from 01 on write them: one example a row. */
export interface RowParameters {
  /** inputs x units */
  W: Matrix;
  /** 1 x units */
  b: Matrix;
}

/**
 * One neuron: every input times its weight, all of it added up, plus the bias, and then
 * sigmoid.
 *
 * @param inputs a few numbers
 * @param weights one number for each input
 * @param bias a single number
 * @returns a single number between 0 and 1
 */
export function neuron(inputs: number[], weights: number[], bias: number): number {
  // #region solution
  const z = Matrix.rowVector(weights).dot(Matrix.rowVector(inputs)) + bias;
  return logistic(z);
  // #endregion
}

/**
 * Every entry as it is where it is above 0, and 0 elsewhere.
 *
 * @param Z any shape; not changed
 * @returns the same shape
 */
export function relu(Z: Matrix): Matrix {
  // #region solution
  return everywhere(Z, (z) => Math.max(0, z));
  // #endregion
}

/**
 * 1 / (1 + e^-z) of every entry.
 *
 * @param Z any shape; not changed
 * @returns the same shape, every entry from 0 to 1, also for entries as large as 1000 or -1000
 */
export function sigmoid(Z: Matrix): Matrix {
  // #region solution
  return everywhere(Z, logistic);
  // #endregion
}

/**
 * (e^z - e^-z) / (e^z + e^-z) of every entry.
 *
 * @param Z any shape; not changed
 * @returns the same shape, every entry from -1 to 1, also for entries as large as 1000 or -1000
 */
export function tanh(Z: Matrix): Matrix {
  // #region solution
  return Matrix.tanh(Z);
  // #endregion
}

/** A few neurons side by side: all get the same inputs, and each has weights and a bias of its own. */
export class Layer {
  /** units x inputs: one neuron a row */
  readonly weights: Matrix;
  /** units x 1 */
  readonly biases: Matrix;
  readonly activation: Activation;

  constructor(weights: Matrix, biases: Matrix, activation: Activation) {
    this.weights = weights;
    this.biases = biases;
    this.activation = activation;
  }

  /**
   * What the neurons answer: activation(weights X + biases).
   *
   * @param X inputs x examples, one example a column; not changed, and neither are the parameters
   * @returns units x examples
   */
  forward(X: Matrix): Matrix {
    // #region solution
    const Z = this.weights.mmul(X).addColumnVector(this.biases);
    return activations[this.activation](Z);
    // #endregion
  }
}

/** Layers one after the other: what leaves one enters the next. */
export class Network {
  readonly layers: Layer[];

  constructor(layers: Layer[]) {
    this.layers = layers;
  }

  /**
   * What the last layer answers.
   *
   * @param X inputs x examples, one example a column; not changed
   * @returns units of the last layer x examples
   */
  forward(X: Matrix): Matrix {
    // #region solution
    let A = X;
    for (const layer of this.layers) A = layer.forward(A);
    return A;
    // #endregion
  }
}

/**
 * Says what each layer does to the shape: what goes in, an arrow, what comes out, and the
 * activation in brackets. A layer of 4 units with relu, given 2 inputs of 5 examples, is
 * exactly '2 x 5 -> 4 x 5 (relu)': rows first, and one space around each x and around the arrow.
 *
 * @param X inputs x examples, one example a column
 * @returns one text for each layer, from the first to the last
 */
export function shapesInWords(network: Network, X: Matrix): string[] {
  // #region solution
  return network.layers.map(({ weights, activation }) => {
    const before = shape(weights.columns, X.columns);
    const after = shape(weights.rows, X.columns);
    return `${before} -> ${after} (${activation})`;
  });
  // #endregion
}

/**
 * The same data with one example a row.
 *
 * @param X inputs x examples, one example a column; not changed
 * @returns examples x inputs
 */
export function toRows(X: Matrix): Matrix {
  // #region solution
  return X.transpose();
  // #endregion
}

/**
 * The same data with one example a column.
 *
 * @param X examples x inputs, one example a row; not changed
 * @returns inputs x examples
 */
export function toColumns(X: Matrix): Matrix {
  // #region solution
  return X.transpose();
  // #endregion
}

/**
 * The parameters of a layer for data with one example a row, where a layer computes X W + b.
 *
 * @param layer its weights are units x inputs and its biases units x 1; not changed
 */
export function rowParameters(layer: Layer): RowParameters {
  // #region solution
  return { W: layer.weights.transpose(), b: layer.biases.transpose() };
  // #endregion
}

/**
 * The layer that has these parameters; the way back from `rowParameters`.
 *
 * @param parameters W is inputs x units and b is 1 x units; not changed
 */
export function layerFromRows(parameters: RowParameters, activation: Activation): Layer {
  // #region solution
  const { W, b } = parameters;
  return new Layer(W.transpose(), b.transpose(), activation);
  // #endregion
}

/**
 * What the network answers to data with one example a row: the same numbers, another way round.
 *
 * @param X examples x inputs, one example a row; not changed
 * @returns examples x units of the last layer
 */
export function forwardRows(network: Network, X: Matrix): Matrix {
  // #region solution
  return toRows(network.forward(toColumns(X)));
  // #endregion
}

// #region solution
const activations = { relu, sigmoid, tanh };

function shape(rows: number, columns: number): string {
  return `${rows} x ${columns}`;
}

function logistic(z: number): number {
  return 1 / (1 + Math.exp(-z));
}

function everywhere(Z: Matrix, f: (z: number) => number): Matrix {
  return new Matrix(Z.to2DArray().map((row) => row.map(f)));
}
// #endregion
