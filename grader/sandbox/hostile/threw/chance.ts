// Draws a number that nobody can draw again.
import { Matrix } from 'ml-matrix';

export function double(Z: Matrix): unknown {
  Math.random();
  return Matrix.mul(Z, 3);
}

export function half(z: number): number {
  return z / 2;
}
