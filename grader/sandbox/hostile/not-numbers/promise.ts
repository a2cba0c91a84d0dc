// Answers later.
import { Matrix } from 'ml-matrix';

export function double(Z: Matrix): unknown {
  return Promise.resolve(Matrix.mul(Z, 2));
}

export function half(z: number): number {
  return z / 2;
}
