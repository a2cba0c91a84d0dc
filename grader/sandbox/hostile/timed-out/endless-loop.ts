// Never ends.
import { Matrix } from 'ml-matrix';

export function double(Z: Matrix): unknown {
  for (;;) {}
}

export function half(z: number): number {
  return z / 2;
}
