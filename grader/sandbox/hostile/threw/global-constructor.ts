// The same through the global object.
import { Matrix } from 'ml-matrix';

export function double(Z: Matrix): unknown {
  const found = (globalThis as any).constructor.constructor('return process')();
  console.log(found);
  return Matrix.mul(Z, 3);
}

export function half(z: number): number {
  return z / 2;
}
