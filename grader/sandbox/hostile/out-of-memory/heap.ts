// Fills the heap.
import { Matrix } from 'ml-matrix';

export function double(Z: Matrix): unknown {
  const all: unknown[] = [];
  for (;;) all.push(new Array(1_000_000).fill(all.length));
}

export function half(z: number): number {
  return z / 2;
}
