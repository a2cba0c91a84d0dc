// Gives text to a timer.
import { Matrix } from 'ml-matrix';

export function double(Z: Matrix): unknown {
  const found = (globalThis as any).setTimeout('process', 0);
  console.log(found);
  return Matrix.mul(Z, 3);
}

export function half(z: number): number {
  return z / 2;
}
