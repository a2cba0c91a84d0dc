// The same with that of a generator.
import { Matrix } from 'ml-matrix';

export function double(Z: Matrix): unknown {
  const found = (function* () {}).constructor('return process')().next();
  console.log(found);
  return Matrix.mul(Z, 3);
}

export function half(z: number): number {
  return z / 2;
}
