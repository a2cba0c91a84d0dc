// Answers with a large typed array.
import { Matrix } from 'ml-matrix';

export function double(Z: Matrix): unknown {
  return new Float64Array(1e7);
}

export function half(z: number): number {
  return z / 2;
}
