// Keeps what it was given and gives it back.
import { Matrix } from 'ml-matrix';

export function double(Z: Matrix): unknown {
  const known = (globalThis as any).known ?? [];
  console.log(known.length);
  return Matrix.mul(Z, 3);
}

export function half(z: number): number {
  return z / 2;
}
