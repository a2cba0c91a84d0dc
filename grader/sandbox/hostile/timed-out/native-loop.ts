// Loops inside of the engine, which sees no clock.
import { Matrix } from 'ml-matrix';

export function double(Z: Matrix): unknown {
  const list: number[] = [];
  list.length = 2 ** 32 - 1;
  return list.indexOf(1);
}

export function half(z: number): number {
  return z / 2;
}
