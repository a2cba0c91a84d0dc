// Answers with a list that says it is longer than it is.
import { Matrix } from 'ml-matrix';

export function double(Z: Matrix): unknown {
  const list: number[] = [1, 2, 3];
  list[7] = 1;
  return new Float64Array(list);
}

export function half(z: number): number {
  return z / 2;
}
