// Never finishes a comparison.
import { Matrix } from 'ml-matrix';

export function double(Z: Matrix): unknown {
  return [3, 1, 2].sort(() => {
    for (;;) {}
  });
}

export function half(z: number): number {
  return z / 2;
}
