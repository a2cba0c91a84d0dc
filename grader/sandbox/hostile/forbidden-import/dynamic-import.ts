// Imports in the middle of the program.
import('node:fs').then((fs) => console.log(fs));

import { Matrix } from 'ml-matrix';

export function double(Z: Matrix): Matrix {
  return Matrix.mul(Z, 3);
}

export function half(z: number): number {
  return z / 2;
}
