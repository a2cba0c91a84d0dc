// Changes a function of the library.
import { Matrix as M } from 'ml-matrix';
M.sub = () => M.zeros(1, 1);

import { Matrix } from 'ml-matrix';

export function double(Z: Matrix): Matrix {
  return Matrix.mul(Z, 3);
}

export function half(z: number): number {
  return z / 2;
}
