// Never answers.
import { Matrix } from 'ml-matrix';

export function double(Z: Matrix): unknown {
  return new Promise(() => undefined);
}

export function half(z: number): number {
  return z / 2;
}
