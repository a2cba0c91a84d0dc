// Talks to the network.
import { Matrix } from 'ml-matrix';

export function double(Z: Matrix): unknown {
  (globalThis as any).fetch('http://127.0.0.1');
  return Matrix.mul(Z, 3);
}

export function half(z: number): number {
  return z / 2;
}
