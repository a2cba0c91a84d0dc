import { Matrix } from 'ml-matrix';

/** Loops over floats and over matrices, about as an exercise does them, for a few hundred milliseconds. */
export function first(): number {
  let sum = 0;
  const floats = new Float64Array(4096).map((_, i) => Math.sin(i));
  for (let round = 0; round < 20_000; round += 1) {
    for (let i = 0; i < floats.length; i += 1) sum += (floats[i] ?? 0) * (i % 2 === 0 ? 0.5 : -0.5);
  }
  let W = Matrix.ones(24, 24).mul(0.04);
  const X = Matrix.ones(60, 24).mul(0.5);
  for (let step = 0; step < 400; step += 1) {
    const A = Matrix.tanh(X.mmul(W));
    W = Matrix.sub(W, X.transpose().mmul(A).mul(0.0001));
  }
  return sum + W.sum();
}
