import { Matrix } from 'ml-matrix';
import { binaryCrossEntropy, forward, type Parameters } from '../01-forward-pass/forward.ts';
import { backward, type Gradients, type Training, update } from '../02-backward-pass/backward.ts';

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
  // Your code here.
  throw new Error('Not written yet: l2Penalty');
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
  // Your code here.
  throw new Error('Not written yet: regularizedLoss');
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
  // Your code here.
  throw new Error('Not written yet: regularizedGradients');
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
  // Your code here.
  throw new Error('Not written yet: trainWithDecay');
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
  // Your code here.
  throw new Error('Not written yet: normsByLambda');
}
