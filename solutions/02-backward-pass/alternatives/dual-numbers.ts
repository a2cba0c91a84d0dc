/** No backward pass at all: each slope is carried forward through the network beside its value. */
import { Matrix } from 'ml-matrix';
import {
  binaryCrossEntropy,
  type Cache,
  forward,
  type Parameters,
} from '../../01-forward-pass/solution.ts';

export interface Gradients {
  dW1: Matrix;
  db1: Matrix;
  dW2: Matrix;
  db2: Matrix;
}

export interface Training {
  parameters: Parameters;
  losses: number[];
}

/** A number, and how fast it changes with the one parameter that is asked about. */
interface Dual {
  readonly value: number;
  readonly slope: number;
}

const constant = (value: number): Dual => ({ value, slope: 0 });

const plus = (a: Dual, b: Dual): Dual => ({ value: a.value + b.value, slope: a.slope + b.slope });

const times = (a: Dual, b: Dual): Dual => ({
  value: a.value * b.value,
  slope: a.slope * b.value + a.value * b.slope,
});

function tanh({ value, slope }: Dual): Dual {
  const bent = Math.tanh(value);
  return { value: bent, slope: slope * (1 - bent ** 2) };
}

/** The cost of a score z for the label y, log(1 + e^z) - y z, and its slope. */
function cost({ value: z, slope }: Dual, y: number): Dual {
  const a = 1 / (1 + Math.exp(-z));
  return { value: Math.log1p(Math.exp(z)) - y * z, slope: slope * (a - y) };
}

/** Which parameter is asked about. */
interface Asked {
  readonly name: keyof Parameters;
  readonly i: number;
  readonly j: number;
}

function slopeOfLoss(X: Matrix, Y: Matrix, parameters: Parameters, asked: Asked): number {
  const entry = (name: keyof Parameters, i: number, j: number): Dual => {
    const isAsked = name === asked.name && i === asked.i && j === asked.j;
    return { value: parameters[name].get(i, j), slope: isAsked ? 1 : 0 };
  };
  let total = 0;
  for (let example = 0; example < X.rows; example++) {
    let score = entry('b2', 0, 0);
    for (let unit = 0; unit < parameters.W2.rows; unit++) {
      let z = entry('b1', 0, unit);
      for (let input = 0; input < X.columns; input++) {
        z = plus(z, times(constant(X.get(example, input)), entry('W1', input, unit)));
      }
      score = plus(score, times(tanh(z), entry('W2', unit, 0)));
    }
    total += cost(score, Y.get(example, 0)).slope;
  }
  return total / X.rows;
}

export function backward({ X }: Cache, Y: Matrix, parameters: Parameters): Gradients {
  const slopes = (name: keyof Parameters): Matrix => {
    const gradient = parameters[name].clone();
    gradient.apply((i, j) => {
      gradient.set(i, j, slopeOfLoss(X, Y, parameters, { name, i, j }));
    });
    return gradient;
  };
  return { dW1: slopes('W1'), db1: slopes('b1'), dW2: slopes('W2'), db2: slopes('b2') };
}

export function update(
  parameters: Parameters,
  gradients: Gradients,
  learningRate: number,
): Parameters {
  const step = (name: keyof Parameters): Matrix =>
    Matrix.sub(parameters[name], gradients[`d${name}`].clone().mul(learningRate));
  return { W1: step('W1'), b1: step('b1'), W2: step('W2'), b2: step('b2') };
}

export function train(
  X: Matrix,
  Y: Matrix,
  parameters: Parameters,
  learningRate: number,
  steps: number,
): Training {
  const losses: number[] = [];
  for (let step = 1; step <= steps; step++) {
    const pass = forward(X, parameters);
    losses.push(binaryCrossEntropy(pass.A2, Y));
    parameters = update(parameters, backward(pass, Y, parameters), learningRate);
  }
  return { parameters, losses };
}
