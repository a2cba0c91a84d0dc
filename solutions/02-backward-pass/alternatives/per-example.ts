/** The gradients of one example at a time, as outer products; added up, and divided at the end. */
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

export function backward(cache: Cache, Y: Matrix, parameters: Parameters): Gradients {
  const m = Y.rows;
  const total = nothing(parameters);
  for (let i = 0; i < m; i++) {
    const one = ofOneExample(i, cache, Y, parameters);
    total.dW1.add(one.dW1);
    total.db1.add(one.db1);
    total.dW2.add(one.dW2);
    total.db2.add(one.db2);
  }
  total.dW1.div(m);
  total.db1.div(m);
  total.dW2.div(m);
  total.db2.div(m);
  return total;
}

export function update(
  parameters: Parameters,
  gradients: Gradients,
  learningRate: number,
): Parameters {
  const next = {
    W1: parameters.W1.clone(),
    b1: parameters.b1.clone(),
    W2: parameters.W2.clone(),
    b2: parameters.b2.clone(),
  };
  next.W1.sub(gradients.dW1.clone().mul(learningRate));
  next.b1.sub(gradients.db1.clone().mul(learningRate));
  next.W2.sub(gradients.dW2.clone().mul(learningRate));
  next.b2.sub(gradients.db2.clone().mul(learningRate));
  return next;
}

export function train(
  X: Matrix,
  Y: Matrix,
  parameters: Parameters,
  learningRate: number,
  steps: number,
): Training {
  if (steps === 0) return { parameters, losses: [] };
  const pass = forward(X, parameters);
  const next = update(parameters, backward(pass, Y, parameters), learningRate);
  const rest = train(X, Y, next, learningRate, steps - 1);
  return {
    parameters: rest.parameters,
    losses: [binaryCrossEntropy(pass.A2, Y), ...rest.losses],
  };
}

/** Example i alone: every matrix of the cache has a single row. */
function ofOneExample(i: number, cache: Cache, Y: Matrix, { W2 }: Parameters): Gradients {
  const x = cache.X.getRowVector(i);
  const a1 = cache.A1.getRowVector(i);
  const dz2 = cache.A2.getRowVector(i).sub(Y.getRowVector(i));
  const slope = a1.clone().pow(2).mul(-1).add(1);
  const dz1 = dz2.mmul(W2.transpose()).mul(slope);
  return {
    dW1: x.transpose().mmul(dz1),
    db1: dz1,
    dW2: a1.transpose().mmul(dz2),
    db2: dz2,
  };
}

function nothing({ W1, b1, W2, b2 }: Parameters): Gradients {
  const zeros = ({ rows, columns }: Matrix) => Matrix.zeros(rows, columns);
  return { dW1: zeros(W1), db1: zeros(b1), dW2: zeros(W2), db2: zeros(b2) };
}
