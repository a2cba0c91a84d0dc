// Answers with what is nested without end.
import { Matrix } from 'ml-matrix';

export function double(Z: Matrix): unknown {
  let deep: any = 1;
  for (let level = 0; level < 100000; level += 1) deep = [deep];
  return deep;
}

export function half(z: number): number {
  return z / 2;
}
