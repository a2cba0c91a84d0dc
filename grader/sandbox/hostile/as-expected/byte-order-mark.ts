// Begins with a byte order mark.
import { Matrix } from 'ml-matrix';

export function double(Z: Matrix): Matrix {
  return Matrix.mul(Z, 2);
}

export function half(z: number): number {
  return z / 2;
}
