/** Classes behind the exports: a penalty that knows its price and slope, and a training that uses it. */
import type { Matrix } from 'ml-matrix';
import { binaryCrossEntropy, forward, type Parameters } from '../../01-forward-pass/solution.ts';
import {
  backward,
  type Gradients,
  type Training,
  update,
} from '../../02-backward-pass/solution.ts';

class L2 {
  constructor(
    private readonly lambda: number,
    private readonly m: number,
  ) {}

  static squares({ W1, W2 }: Parameters): number {
    return [W1, W2].flatMap((W) => W.to1DArray()).reduce((sum, w) => sum + w * w, 0);
  }

  cost(parameters: Parameters): number {
    return (this.lambda * L2.squares(parameters)) / (2 * this.m);
  }

  slope(W: Matrix): Matrix {
    return W.clone().mul(this.lambda).div(this.m);
  }

  addTo({ dW1, db1, dW2, db2 }: Gradients, { W1, W2 }: Parameters): Gradients {
    return {
      dW1: this.slope(W1).add(dW1),
      db1: db1.clone(),
      dW2: this.slope(W2).add(dW2),
      db2: db2.clone(),
    };
  }
}

class RegularizedTraining {
  private readonly losses: number[] = [];
  private readonly penalty: L2;

  constructor(
    private readonly X: Matrix,
    private readonly Y: Matrix,
    private parameters: Parameters,
    lambda: number,
  ) {
    this.penalty = new L2(lambda, X.rows);
  }

  step(learningRate: number): void {
    const cache = forward(this.X, this.parameters);
    this.losses.push(binaryCrossEntropy(cache.A2, this.Y) + this.penalty.cost(this.parameters));
    const ofData = backward(cache, this.Y, this.parameters);
    const gradients = this.penalty.addTo(ofData, this.parameters);
    this.parameters = update(this.parameters, gradients, learningRate);
  }

  run(learningRate: number, steps: number): Training {
    while (this.losses.length < steps) this.step(learningRate);
    return { parameters: this.parameters, losses: this.losses };
  }
}

export const l2Penalty = (parameters: Parameters, lambda: number, m: number): number =>
  new L2(lambda, m).cost(parameters);

export const regularizedLoss = (
  A: Matrix,
  Y: Matrix,
  parameters: Parameters,
  lambda: number,
): number => binaryCrossEntropy(A, Y) + new L2(lambda, Y.rows).cost(parameters);

export const regularizedGradients = (
  gradients: Gradients,
  parameters: Parameters,
  lambda: number,
  m: number,
): Gradients => new L2(lambda, m).addTo(gradients, parameters);

export function trainWithDecay(
  X: Matrix,
  Y: Matrix,
  parameters: Parameters,
  learningRate: number,
  lambda: number,
  steps: number,
): Training {
  return new RegularizedTraining(X, Y, parameters, lambda).run(learningRate, steps);
}

export function normsByLambda(
  X: Matrix,
  Y: Matrix,
  parameters: Parameters,
  learningRate: number,
  lambdas: readonly number[],
  steps: number,
): number[] {
  const norms: number[] = [];
  for (const lambda of lambdas) {
    const training = new RegularizedTraining(X, Y, parameters, lambda);
    norms.push(L2.squares(training.run(learningRate, steps).parameters));
  }
  return norms;
}
