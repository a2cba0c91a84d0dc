// Prints without end.
import { Matrix } from 'ml-matrix';

export function double(Z: Matrix): unknown {
  for (let line = 0; line < 300000; line += 1) console.log('x'.repeat(1000));
  return Matrix.mul(Z, 3);
}

export function half(z: number): number {
  return z / 2;
}
