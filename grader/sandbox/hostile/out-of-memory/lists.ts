// Fills the heap with lists that double.
import { Matrix } from 'ml-matrix';

export function double(Z: Matrix): unknown {
  let all: unknown[] = [1.5];
  for (;;) all = all.concat(all);
}

export function half(z: number): number {
  return z / 2;
}
