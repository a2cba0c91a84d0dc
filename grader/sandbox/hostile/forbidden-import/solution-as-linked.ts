// Imports the solution by the name that solutions use among themselves.
import * as solution from '../01-double/solution.ts';
console.log(solution);

import { Matrix } from 'ml-matrix';

export function double(Z: Matrix): Matrix {
  return Matrix.mul(Z, 3);
}

export function half(z: number): number {
  return z / 2;
}
