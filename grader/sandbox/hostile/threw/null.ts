// Throws nothing.
import { Matrix } from 'ml-matrix';

export function double(Z: Matrix): unknown {
  throw null;
}

export function half(z: number): number {
  return z / 2;
}
