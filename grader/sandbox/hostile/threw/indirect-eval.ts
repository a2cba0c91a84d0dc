// Evaluates text.
import { Matrix } from 'ml-matrix';

export function double(Z: Matrix): unknown {
  const found = (0, (globalThis as any).eval)('process');
  console.log(found);
  return Matrix.mul(Z, 3);
}

export function half(z: number): number {
  return z / 2;
}
