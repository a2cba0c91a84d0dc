// Makes a clock of shared memory.
import { Matrix } from 'ml-matrix';

export function double(Z: Matrix): unknown {
  new (globalThis as any).SharedArrayBuffer(8);
  return Matrix.mul(Z, 3);
}

export function half(z: number): number {
  return z / 2;
}
