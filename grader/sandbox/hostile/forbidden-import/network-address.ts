// Imports a program from elsewhere.
import value from 'https://example.com/solution.js';
console.log(value);

import { Matrix } from 'ml-matrix';

export function double(Z: Matrix): Matrix {
  return Matrix.mul(Z, 3);
}

export function half(z: number): number {
  return z / 2;
}
