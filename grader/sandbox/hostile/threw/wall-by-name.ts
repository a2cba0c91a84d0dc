// Calls the wall by a name that it may have.
import { Matrix } from 'ml-matrix';

export function double(Z: Matrix): unknown {
  (globalThis as any).$wall.load(() => ({ module: {}, probes: {} }), 1e9, 99);
  return Matrix.mul(Z, 3);
}

export function half(z: number): number {
  return z / 2;
}
