// Answers with a large matrix.
import { Matrix } from 'ml-matrix';

export function double(Z: Matrix): unknown {
  return Matrix.ones(600, 600);
}

export function half(z: number): number {
  return z / 2;
}
