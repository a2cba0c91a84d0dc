import { Matrix } from 'ml-matrix';
import {
  binaryCrossEntropy,
  type Cache,
  forward,
  type Parameters,
} from '../01-forward-pass/forward.ts';

/** How the loss changes with every weight and bias; each has the shape of what it belongs to. */
export interface Gradients {
  /** n x h */
  dW1: Matrix;
  /** 1 x h */
  db1: Matrix;
  /** h x 1 */
  dW2: Matrix;
  /** 1 x 1 */
  db2: Matrix;
}

/** What training returns. */
export interface Training {
  parameters: Parameters;
  /** The loss before each step, the first one before anything was learned. */
  losses: number[];
}

/**
 * The gradients of the average loss, by the chain rule from the output back to the inputs.
 *
 * @param cache what `forward` returned for these parameters; not changed
 * @param Y m x 1, labels 0 or 1
 */
export function backward(cache: Cache, Y: Matrix, parameters: Parameters): Gradients {
  // Your code here.
  throw new Error('Not written yet: backward');
}

/**
 * One step of gradient descent: every parameter moves a little against its gradient.
 *
 * @param parameters not changed
 * @returns new parameters
 */
export function update(
  parameters: Parameters,
  gradients: Gradients,
  learningRate: number,
): Parameters {
  // Your code here.
  throw new Error('Not written yet: update');
}

/**
 * Repeats: forward, note the loss, backward, update.
 *
 * @param X m x n
 * @param Y m x 1, labels 0 or 1
 * @param parameters where to start; not changed
 * @param steps how many updates are made
 */
export function train(
  X: Matrix,
  Y: Matrix,
  parameters: Parameters,
  learningRate: number,
  steps: number,
): Training {
  // Your code here.
  throw new Error('Not written yet: train');
}
