// The same through the console, which comes from outside.
import { Matrix } from 'ml-matrix';

export function double(Z: Matrix): unknown {
  const found = console.log.constructor('return process')();
  console.log(found);
  return Matrix.mul(Z, 3);
}

export function half(z: number): number {
  return z / 2;
}
