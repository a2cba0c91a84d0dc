// Answers with something that looks like a promise.
import { Matrix } from 'ml-matrix';

export function double(Z: Matrix): unknown {
  return { then: (resolve: (value: Matrix) => void) => resolve(Matrix.mul(Z, 2)) };
}

export function half(z: number): number {
  return z / 2;
}
