// Requires in the middle of the program.
declare const require: (name: string) => unknown;
console.log(require('node:fs'));

import { Matrix } from 'ml-matrix';

export function double(Z: Matrix): Matrix {
  return Matrix.mul(Z, 3);
}

export function half(z: number): number {
  return z / 2;
}
