// Is right the first time and wrong the second.
import { Matrix } from 'ml-matrix';
let calls = 0;

export function double(Z: Matrix): unknown {
  calls += 1;
  return Matrix.mul(Z, calls % 2 === 1 ? 2 : 3);
}

export function half(z: number): number {
  return z / 2;
}
