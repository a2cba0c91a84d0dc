// The same through a bound function.
import { Matrix } from 'ml-matrix';

export function double(Z: Matrix): unknown {
  const found = (Function.prototype.bind as any).constructor('return process')();
  console.log(found);
  return Matrix.mul(Z, 3);
}

export function half(z: number): number {
  return z / 2;
}
