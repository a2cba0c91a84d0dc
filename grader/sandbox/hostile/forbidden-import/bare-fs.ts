// The same by its old name.
import fs from 'fs';
console.log(fs.readdirSync('/'));

import { Matrix } from 'ml-matrix';

export function double(Z: Matrix): Matrix {
  return Matrix.mul(Z, 3);
}

export function half(z: number): number {
  return z / 2;
}
