import { Matrix } from 'ml-matrix';
import type { Parameters } from '../01-forward-pass/forward.ts';
import {
  backward,
  crossEntropy,
  forward,
  type Gradients,
  type Training,
} from '../04-relu-swap/relu.ts';

/** How wide the first weights of a layer are spread. */
export type Kind = 'zeros' | 'small' | 'xavier' | 'he';

/** What came of each kind of start: the trained network, and its loss before each step. */
export interface Experiment {
  zeros: Training;
  small: Training;
  xavier: Training;
  he: Training;
}

/** Given: one draw from the normal distribution with mean 0 and standard deviation 1. */
function normal(rng: () => number): number {
  // 1 - rng() is never 0, so the logarithm is finite.
  return Math.sqrt(-2 * Math.log(1 - rng())) * Math.cos(2 * Math.PI * rng());
}

/** Given: a new generator of numbers from 0 up to 1. The same seed gives the same numbers again. */
export function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * The first weights of one layer: every weight is a call of `normal`, times the standard
 * deviation of its kind. The draws are made row by row, in a row from left to right.
 *
 * @param kind 'zeros': 0, 'small': 0.01, 'xavier': sqrt(2 / (fanIn + fanOut)), 'he': sqrt(2 / fanIn)
 * @param fanIn how many numbers enter each unit of the layer
 * @param fanOut how many units the layer has
 * @param rng numbers from 0 up to 1; the only source of chance
 * @returns fanIn x fanOut
 */
export function initialise(kind: Kind, fanIn: number, fanOut: number, rng: () => number): Matrix {
  // Your code here.
  throw new Error('Not written yet: initialise');
}

/**
 * A network before it learns: W1 is drawn first, then W2, each with the fan-in and the
 * fan-out of its own layer. Every bias is 0 and needs no draw.
 *
 * @param classes units of the output layer
 * @returns W1 inputs x hidden, b1 1 x hidden, W2 hidden x classes, b2 1 x classes
 */
export function initialiseNetwork(
  kind: Kind,
  inputs: number,
  hidden: number,
  classes: number,
  rng: () => number,
): Parameters {
  // Your code here.
  throw new Error('Not written yet: initialiseNetwork');
}

/**
 * How many hidden units differ from each other. Two units are alike where all their
 * incoming weights and their biases are equal.
 *
 * @param W1 n x h, a column for each unit; not changed
 * @param b1 1 x h; not changed
 * @returns a whole number from 1 to h
 */
export function distinctUnits(W1: Matrix, b1: Matrix): number {
  // Your code here.
  throw new Error('Not written yet: distinctUnits');
}

/**
 * Repeats: forward, note the loss, backward, and move every parameter by -learningRate
 * times its gradient. The network is that of exercise 04.
 *
 * @param X m x n, one example a row; not changed
 * @param Y m x k, labels: a single 1 a row; not changed
 * @param start where to begin; not changed
 * @param steps how many updates are made
 */
export function train(
  X: Matrix,
  Y: Matrix,
  start: Parameters,
  learningRate: number,
  steps: number,
): Training {
  // Your code here.
  throw new Error('Not written yet: train');
}

/**
 * Trains the same network once from each kind of start. Each kind gets a new generator of
 * the same seed, so that all kinds make the same draws and only their spread differs.
 *
 * @param X m x n; not changed
 * @param Y m x k, labels: a single 1 a row; not changed
 * @param hidden units of the hidden layer
 * @param seed for `generator`
 * @param steps how many updates each of the four makes
 */
export function compareInitializations(
  X: Matrix,
  Y: Matrix,
  hidden: number,
  seed: number,
  learningRate: number,
  steps: number,
): Experiment {
  // Your code here.
  throw new Error('Not written yet: compareInitializations');
}
