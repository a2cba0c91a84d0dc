// Reaches for the module that the program is wrapped in.
import { Matrix } from 'ml-matrix';

export function double(Z: Matrix): unknown {
  (module as any).require('fs');
  return Matrix.mul(Z, 3);
}

export function half(z: number): number {
  return z / 2;
}
