// Imports a key as data.
import key from '../../key.json';
console.log(key);

import { Matrix } from 'ml-matrix';

export function double(Z: Matrix): Matrix {
  return Matrix.mul(Z, 3);
}

export function half(z: number): number {
  return z / 2;
}
