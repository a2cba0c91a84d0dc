import { Matrix } from 'ml-matrix';
import { binaryCrossEntropy, forward, type Parameters } from '../01-forward-pass/solution.ts';
import { backward, type Gradients, type Training, update } from '../02-backward-pass/solution.ts';

/**
 * What large weights cost: lambda / (2 m) times the sum of the squares of all weights, those of
 * W1 and those of W2. Biases cost nothing.
 *
 * @param parameters not changed
 * @param lambda the price of large weights, 0 or more
 * @param m the number of examples that the weights are trained on
 * @returns one number, 0 or more
 */
export function l2Penalty(parameters: Parameters, lambda: number, m: number): number {
  // #region solution
  const squares = sumOfSquares(parameters.W1) + sumOfSquares(parameters.W2);
  return (lambda / (2 * m)) * squares;
  // #endregion
}

/**
 * The data term (the average binary cross-entropy) plus the penalty.
 *
 * @param A m x 1, predicted probabilities, each strictly between 0 and 1
 * @param Y m x 1, labels 0 or 1
 * @param parameters those that the predictions were made with; not changed
 * @param lambda the price of large weights; with 0, the data term alone is left
 * @returns one number, 0 or more
 */
export function regularizedLoss(
  A: Matrix,
  Y: Matrix,
  parameters: Parameters,
  lambda: number,
): number {
  // #region solution
  return binaryCrossEntropy(A, Y) + l2Penalty(parameters, lambda, A.rows);
  // #endregion
}

/**
 * The gradients of the regularized loss: to the gradient of each weight matrix comes the slope of
 * the penalty, lambda / m times that matrix. The gradients of the biases stay what they are.
 *
 * @param gradients of the data term alone, as `backward` returns them; not changed
 * @param parameters not changed
 * @param m the number of examples
 * @returns new gradients, each of the shape of what it belongs to
 */
export function regularizedGradients(
  gradients: Gradients,
  parameters: Parameters,
  lambda: number,
  m: number,
): Gradients {
  // #region solution
  const withPenalty = (dW: Matrix, W: Matrix) => Matrix.add(dW, Matrix.mul(W, lambda / m));
  return {
    dW1: withPenalty(gradients.dW1, parameters.W1),
    db1: gradients.db1,
    dW2: withPenalty(gradients.dW2, parameters.W2),
    db2: gradients.db2,
  };
  // #endregion
}

/**
 * Repeats: forward, note the regularized loss, backward, add the penalty's slope, update.
 *
 * @param X m x n
 * @param Y m x 1, labels 0 or 1
 * @param parameters where to start; not changed
 * @param steps how many updates are made
 * @returns the trained parameters, and the regularized loss before each step
 */
export function trainWithDecay(
  X: Matrix,
  Y: Matrix,
  parameters: Parameters,
  learningRate: number,
  lambda: number,
  steps: number,
): Training {
  // #region solution
  let current = parameters;
  const losses: number[] = [];
  for (let step = 0; step < steps; step++) {
    const cache = forward(X, current);
    losses.push(regularizedLoss(cache.A2, Y, current, lambda));
    const ofData = backward(cache, Y, current);
    const gradients = regularizedGradients(ofData, current, lambda, X.rows);
    current = update(current, gradients, learningRate);
  }
  return { parameters: current, losses };
  // #endregion
}

/**
 * How large the weights are after training, for each lambda. Every training starts anew from the
 * same parameters.
 *
 * @param X m x n
 * @param Y m x 1, labels 0 or 1
 * @param parameters where every training starts; not changed
 * @param lambdas the values to compare
 * @param steps how many updates each training makes
 * @returns for each lambda, in their order, the sum of the squares of all trained weights
 */
export function normsByLambda(
  X: Matrix,
  Y: Matrix,
  parameters: Parameters,
  learningRate: number,
  lambdas: readonly number[],
  steps: number,
): number[] {
  // #region solution
  const norms: number[] = [];
  for (const lambda of lambdas) {
    const training = trainWithDecay(X, Y, parameters, learningRate, lambda, steps);
    norms.push(sumOfSquares(training.parameters.W1) + sumOfSquares(training.parameters.W2));
  }
  return norms;
  // #endregion
}

// #region solution
function sumOfSquares(W: Matrix): number {
  return Matrix.mul(W, W).sum();
}
// #endregion
