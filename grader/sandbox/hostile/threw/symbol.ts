// Throws a symbol.
import { Matrix } from 'ml-matrix';

export function double(Z: Matrix): unknown {
  throw Symbol('x');
}

export function half(z: number): number {
  return z / 2;
}
