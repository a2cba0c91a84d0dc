// Makes the writing of a stack fail.
import { Matrix } from 'ml-matrix';

export function double(Z: Matrix): unknown {
  const error: any = new Error('x');
  try {
    error.name = Symbol('x');
    console.log(typeof error.stack);
  } catch {}
  return Matrix.mul(Z, 3);
}

export function half(z: number): number {
  return z / 2;
}
