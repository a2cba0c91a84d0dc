// Throws a message of a hundred megabytes.
import { Matrix } from 'ml-matrix';

export function double(Z: Matrix): unknown {
  throw new Error('x'.repeat(1e8));
}

export function half(z: number): number {
  return z / 2;
}
