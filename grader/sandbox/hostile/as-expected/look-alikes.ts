// Has names that look like others.
const prоcess = 1;
const аrguments = [prоcess];
console.log(аrguments.length);
import { Matrix } from 'ml-matrix';

export function double(Z: Matrix): Matrix {
  return Matrix.mul(Z, 2);
}

export function half(z: number): number {
  return z / 2;
}
