/** Classes behind the exports: layers that remember what went through them, and learn by themselves. */
import { Matrix } from 'ml-matrix';
import { binaryCrossEntropy, sigmoid } from '../../01-forward-pass/solution.ts';

export interface Layer {
  W: Matrix;
  b: Matrix;
}

export interface Cache {
  Z: Matrix[];
  A: Matrix[];
}

export interface LayerGradients {
  dW: Matrix;
  db: Matrix;
}

export interface Training {
  layers: Layer[];
  losses: number[];
}

export interface Outcome {
  sizes: number[];
  loss: number;
  accuracy: number;
}

/** Given: one draw from the normal distribution with mean 0 and standard deviation 1. */
function normal(rng: () => number): number {
  // 1 - rng() is never 0, so the logarithm is finite.
  return Math.sqrt(-2 * Math.log(1 - rng())) * Math.cos(2 * Math.PI * rng());
}

abstract class Dense {
  #inputs: Matrix | null = null;
  #before: Matrix | null = null;

  constructor(
    private W: Matrix,
    private b: Matrix,
  ) {}

  protected abstract bend(Z: Matrix): Matrix;
  /** From the blame on what left the layer to the blame on its Z. */
  protected abstract unbend(dA: Matrix, Z: Matrix): Matrix;

  get layer(): Layer {
    return { W: this.W, b: this.b };
  }

  forward(inputs: Matrix): { Z: Matrix; A: Matrix } {
    const Z = inputs.mmul(this.W).addRowVector(this.b);
    this.remember(inputs, Z);
    return { Z, A: this.bend(Z) };
  }

  remember(inputs: Matrix, before: Matrix): void {
    this.#inputs = inputs;
    this.#before = before;
  }

  backward(dA: Matrix): LayerGradients & { blame: Matrix } {
    if (this.#inputs === null || this.#before === null) throw new Error('forward comes first');
    const dZ = this.unbend(dA, this.#before);
    return {
      dW: this.#inputs.transpose().mmul(dZ),
      db: Matrix.rowVector(dZ.sum('column')),
      blame: dZ.mmul(this.W.transpose()),
    };
  }

  learn({ dW, db }: LayerGradients, learningRate: number): void {
    this.W = Matrix.sub(this.W, Matrix.mul(dW, learningRate));
    this.b = Matrix.sub(this.b, Matrix.mul(db, learningRate));
  }
}

class Hidden extends Dense {
  protected bend(Z: Matrix): Matrix {
    return Z.clone().apply(function rectify(i, j) {
      this.set(i, j, Math.max(this.get(i, j), 0));
    });
  }

  protected unbend(dA: Matrix, Z: Matrix): Matrix {
    return dA.clone().apply(function gate(i, j) {
      if (Z.get(i, j) <= 0) this.set(i, j, 0);
    });
  }
}

class Output extends Dense {
  protected bend(Z: Matrix): Matrix {
    return sigmoid(Z);
  }

  /** The error already stands before the sigmoid, whose slope cancelled on paper. */
  protected unbend(error: Matrix): Matrix {
    return error;
  }
}

class Network {
  readonly #layers: Dense[];

  constructor(layers: Layer[]) {
    const last = layers.length - 1;
    this.#layers = layers.map(({ W, b }, l) => (l === last ? new Output(W, b) : new Hidden(W, b)));
  }

  static drawn(sizes: number[], rng: () => number): Network {
    const pairs = sizes.slice(1).map((units, l) => [sizes[l] ?? units, units] as const);
    return new Network(
      pairs.map(([inputs, units]) => {
        const W = new Matrix(inputs, units);
        W.apply((i, j) => {
          W.set(i, j, normal(rng) * Math.sqrt(2 / inputs));
        });
        return { W, b: Matrix.zeros(1, units) };
      }),
    );
  }

  get layers(): Layer[] {
    return this.#layers.map(({ layer }) => layer);
  }

  forward(X: Matrix): Cache {
    const cache: Cache = { Z: [], A: [X] };
    let inputs = X;
    for (const layer of this.#layers) {
      const { Z, A } = layer.forward(inputs);
      cache.Z.push(Z);
      cache.A.push(A);
      inputs = A;
    }
    return cache;
  }

  /** Takes a pass that was made elsewhere as its own. */
  recall({ Z, A }: Cache): this {
    this.#layers.forEach((layer, l) => {
      layer.remember(A[l] ?? new Matrix(0, 0), Z[l] ?? new Matrix(0, 0));
    });
    return this;
  }

  backward(P: Matrix, Y: Matrix): LayerGradients[] {
    // The average is taken here, once for all layers.
    let blame = Matrix.sub(P, Y).div(Y.rows);
    const gradients: LayerGradients[] = [];
    for (const layer of [...this.#layers].reverse()) {
      const { dW, db, blame: below } = layer.backward(blame);
      gradients.push({ dW, db });
      blame = below;
    }
    return gradients.reverse();
  }

  train(X: Matrix, Y: Matrix, learningRate: number, steps: number): number[] {
    const losses: number[] = [];
    for (let step = 0; step < steps; step++) {
      const P = this.predict(X);
      losses.push(binaryCrossEntropy(P, Y));
      const gradients = this.backward(P, Y);
      gradients.forEach((gradient, l) => {
        this.#layers[l]?.learn(gradient, learningRate);
      });
    }
    return losses;
  }

  predict(X: Matrix): Matrix {
    return this.forward(X).A[this.#layers.length] ?? X;
  }
}

export const initialise = (sizes: number[], rng: () => number): Layer[] =>
  Network.drawn(sizes, rng).layers;

export const forward = (X: Matrix, layers: Layer[]): Cache => new Network(layers).forward(X);

export const backward = (cache: Cache, Y: Matrix, layers: Layer[]): LayerGradients[] =>
  new Network(layers).recall(cache).backward(cache.A[layers.length] ?? Y, Y);

export function train(
  X: Matrix,
  Y: Matrix,
  layers: Layer[],
  learningRate: number,
  steps: number,
): Training {
  const network = new Network(layers);
  const losses = network.train(X, Y, learningRate, steps);
  return { layers: network.layers, losses };
}

export function compareArchitectures(
  X: Matrix,
  Y: Matrix,
  architectures: number[][],
  rng: () => number,
  learningRate: number,
  steps: number,
): Outcome[] {
  return architectures.map((sizes) => {
    const network = Network.drawn(sizes, rng);
    network.train(X, Y, learningRate, steps);
    const P = network.predict(X);
    const labels = Y.to1DArray();
    const right = P.to1DArray().filter((p, i) => (p > 0.5 ? 1 : 0) === labels[i]);
    return { sizes, loss: binaryCrossEntropy(P, Y), accuracy: right.length / labels.length };
  });
}
