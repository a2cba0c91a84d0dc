// Imports a file of the machine.
import secret from '/etc/hostname';
console.log(secret);

import { Matrix } from 'ml-matrix';

export function double(Z: Matrix): Matrix {
  return Matrix.mul(Z, 3);
}

export function half(z: number): number {
  return z / 2;
}
