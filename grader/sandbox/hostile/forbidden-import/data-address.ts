// Imports a program that is written in the address.
import value from 'data:text/javascript,export default 1';
console.log(value);

import { Matrix } from 'ml-matrix';

export function double(Z: Matrix): Matrix {
  return Matrix.mul(Z, 3);
}

export function half(z: number): number {
  return z / 2;
}
