// Looks at the clock.
import { Matrix } from 'ml-matrix';

export function double(Z: Matrix): unknown {
  new Date().getTime();
  return Matrix.mul(Z, 3);
}

export function half(z: number): number {
  return z / 2;
}
