// Answers with a map.
import { Matrix } from 'ml-matrix';

export function double(Z: Matrix): unknown {
  return new Map([[1, 2]]);
}

export function half(z: number): number {
  return z / 2;
}
