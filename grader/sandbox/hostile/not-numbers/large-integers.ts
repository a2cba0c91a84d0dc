// Answers with integers of any size.
import { Matrix } from 'ml-matrix';

export function double(Z: Matrix): unknown {
  return new BigInt64Array(6);
}

export function half(z: number): number {
  return z / 2;
}
