// Asks the bundler for the text of a file.
import text from './double.ts?raw';
console.log(text);

import { Matrix } from 'ml-matrix';

export function double(Z: Matrix): Matrix {
  return Matrix.mul(Z, 3);
}

export function half(z: number): number {
  return z / 2;
}
