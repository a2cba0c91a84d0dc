// Answers bit by bit.
import { Matrix } from 'ml-matrix';

export function double(Z: Matrix): unknown {
  return (function* () { yield 1 })();
}

export function half(z: number): number {
  return z / 2;
}
