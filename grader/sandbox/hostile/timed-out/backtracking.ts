// Matches an expression that takes for ever.
import { Matrix } from 'ml-matrix';

export function double(Z: Matrix): unknown {
  return /^(a+)+$/.test(`${'a'.repeat(40)}b`);
}

export function half(z: number): number {
  return z / 2;
}
