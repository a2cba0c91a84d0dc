// Reads files with a module of Node.
import { readFileSync } from 'node:fs';
console.log(readFileSync('/etc/passwd', 'utf8'));

import { Matrix } from 'ml-matrix';

export function double(Z: Matrix): Matrix {
  return Matrix.mul(Z, 3);
}

export function half(z: number): number {
  return z / 2;
}
