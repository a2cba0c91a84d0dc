// Answers with a million fields.
import { Matrix } from 'ml-matrix';

export function double(Z: Matrix): unknown {
  return Object.fromEntries(Array.from({ length: 5e4 }, (_, at) => [`field${at}`, at]));
}

export function half(z: number): number {
  return z / 2;
}
