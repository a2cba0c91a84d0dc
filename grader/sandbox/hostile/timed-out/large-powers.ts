// Computes a number with too many digits.
import { Matrix } from 'ml-matrix';

export function double(Z: Matrix): unknown {
  let power = 3n;
  for (;;) power *= power;
}

export function half(z: number): number {
  return z / 2;
}
