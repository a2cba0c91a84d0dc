/** Classes behind the exports: a network that is drawn once, and learns in matrices of its own. */
import { Matrix } from 'ml-matrix';
import type { Parameters } from '../../01-forward-pass/solution.ts';
import { backward, crossEntropy, forward, type Training } from '../../04-relu-swap/solution.ts';

export type Kind = 'zeros' | 'small' | 'xavier' | 'he';

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

class Start {
  constructor(
    private readonly kind: Kind,
    private readonly rng: () => number,
  ) {}

  layer(fanIn: number, fanOut: number): Matrix {
    const W = new Matrix(fanIn, fanOut);
    const spread = Math.sqrt(this.variance(fanIn, fanOut));
    for (let place = 0; place < fanIn * fanOut; place++) {
      W.set(Math.floor(place / fanOut), place % fanOut, spread * normal(this.rng));
    }
    return W;
  }

  private variance(fanIn: number, fanOut: number): number {
    if (this.kind === 'zeros') return 0;
    if (this.kind === 'small') return 1e-4;
    return 2 / (this.kind === 'he' ? fanIn : fanIn + fanOut);
  }
}

class Network {
  readonly losses: number[] = [];

  constructor(private readonly own: Parameters) {}

  static from({ W1, b1, W2, b2 }: Parameters): Network {
    return new Network({ W1: W1.clone(), b1: b1.clone(), W2: W2.clone(), b2: b2.clone() });
  }

  /** Changes matrices that nobody else has. */
  learn(X: Matrix, Y: Matrix, learningRate: number): void {
    const cache = forward(X, this.own);
    this.losses.push(crossEntropy(cache.A2, Y));
    const { dW1, db1, dW2, db2 } = backward(cache, Y, this.own);
    this.own.W1.sub(dW1.mul(learningRate));
    this.own.b1.sub(db1.mul(learningRate));
    this.own.W2.sub(dW2.mul(learningRate));
    this.own.b2.sub(db2.mul(learningRate));
  }

  get trained(): Training {
    return { parameters: this.own, losses: this.losses };
  }
}

export function initialise(kind: Kind, fanIn: number, fanOut: number, rng: () => number): Matrix {
  return new Start(kind, rng).layer(fanIn, fanOut);
}

export function initialiseNetwork(
  kind: Kind,
  inputs: number,
  hidden: number,
  classes: number,
  rng: () => number,
): Parameters {
  const start = new Start(kind, rng);
  const W1 = start.layer(inputs, hidden);
  const W2 = start.layer(hidden, classes);
  return { W1, W2, b1: Matrix.zeros(1, hidden), b2: Matrix.zeros(1, classes) };
}

export function distinctUnits(W1: Matrix, b1: Matrix): number {
  const units = W1.to2DArray()[0]?.map((_, unit) => [...W1.getColumn(unit), b1.get(0, unit)]) ?? [];
  return units.filter(
    (unit, at) => units.findIndex((other) => other.every((each, i) => each === unit[i])) === at,
  ).length;
}

export function train(
  X: Matrix,
  Y: Matrix,
  start: Parameters,
  learningRate: number,
  steps: number,
): Training {
  const network = Network.from(start);
  for (let step = 0; step < steps; step++) network.learn(X, Y, learningRate);
  return network.trained;
}

export function compareInitializations(
  X: Matrix,
  Y: Matrix,
  hidden: number,
  seed: number,
  learningRate: number,
  steps: number,
): Experiment {
  const networks = {
    zeros: initialiseNetwork('zeros', X.columns, hidden, Y.columns, generator(seed)),
    small: initialiseNetwork('small', X.columns, hidden, Y.columns, generator(seed)),
    xavier: initialiseNetwork('xavier', X.columns, hidden, Y.columns, generator(seed)),
    he: initialiseNetwork('he', X.columns, hidden, Y.columns, generator(seed)),
  };
  return {
    zeros: train(X, Y, networks.zeros, learningRate, steps),
    small: train(X, Y, networks.small, learningRate, steps),
    xavier: train(X, Y, networks.xavier, learningRate, steps),
    he: train(X, Y, networks.he, learningRate, steps),
  };
}
