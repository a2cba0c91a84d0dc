// Answers with a function.
import { Matrix } from 'ml-matrix';

export function double(Z: Matrix): unknown {
  return () => Matrix.mul(Z, 2);
}

export function half(z: number): number {
  return z / 2;
}
