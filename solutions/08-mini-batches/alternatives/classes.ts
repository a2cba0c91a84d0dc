/** Objects that know what to do: a deck that shuffles and deals itself, and a learner that keeps its weights. */
import { Matrix } from 'ml-matrix';
import { binaryCrossEntropy, forward, type Parameters } from '../../01-forward-pass/solution.ts';
import { backward, type Training, update } from '../../02-backward-pass/solution.ts';

export interface Examples {
  X: Matrix;
  Y: Matrix;
}

class Deck {
  readonly #inputs: Matrix;
  readonly #labels: Matrix;

  constructor(X: Matrix, Y: Matrix) {
    this.#inputs = X.clone();
    this.#labels = Y.clone();
  }

  get size(): number {
    return this.#inputs.rows;
  }

  shuffle(rng: () => number): this {
    for (let card = this.size; --card > 0; ) {
      const other = Math.floor(rng() * (card + 1));
      this.#inputs.swapRows(card, other);
      this.#labels.swapRows(card, other);
    }
    return this;
  }

  all(): Examples {
    return this.#cards(0, this.size);
  }

  *deal(batchSize: number): Generator<Examples> {
    for (let dealt = 0; dealt < this.size; dealt += batchSize) {
      yield this.#cards(dealt, Math.min(batchSize, this.size - dealt));
    }
  }

  #cards(from: number, count: number): Examples {
    const cut = (cards: Matrix) => new Matrix(cards.to2DArray().slice(from, from + count));
    return { X: cut(this.#inputs), Y: cut(this.#labels) };
  }
}

class Learner {
  readonly losses: number[] = [];
  parameters: Parameters;

  constructor(parameters: Parameters) {
    this.parameters = parameters;
  }

  learn({ X, Y }: Examples, learningRate: number): void {
    const cache = forward(X, this.parameters);
    this.losses.push(binaryCrossEntropy(cache.A2, Y));
    this.parameters = update(this.parameters, backward(cache, Y, this.parameters), learningRate);
  }
}

export function shuffled(X: Matrix, Y: Matrix, rng: () => number): Examples {
  return new Deck(X, Y).shuffle(rng).all();
}

export function miniBatches(
  X: Matrix,
  Y: Matrix,
  batchSize: number,
  rng: () => number,
): Examples[] {
  return [...new Deck(X, Y).shuffle(rng).deal(batchSize)];
}

export function trainEpoch(
  parameters: Parameters,
  X: Matrix,
  Y: Matrix,
  batchSize: number,
  learningRate: number,
  rng: () => number,
): Training {
  const learner = new Learner(parameters);
  for (const batch of miniBatches(X, Y, batchSize, rng)) learner.learn(batch, learningRate);
  return { parameters: learner.parameters, losses: learner.losses };
}
