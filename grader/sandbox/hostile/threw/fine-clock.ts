// Measures time.
import { Matrix } from 'ml-matrix';

export function double(Z: Matrix): unknown {
  (performance as any).now();
  return Matrix.mul(Z, 3);
}

export function half(z: number): number {
  return z / 2;
}
