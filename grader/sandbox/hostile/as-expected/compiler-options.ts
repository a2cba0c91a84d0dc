// Asks for what a compiler might grant.
/** @jsx process.exit */
/* @ts-nocheck */
import { Matrix } from 'ml-matrix';

export function double(Z: Matrix): Matrix {
  return Matrix.mul(Z, 2);
}

export function half(z: number): number {
  return z / 2;
}
