// Answers with a long text.
import { Matrix } from 'ml-matrix';

export function double(Z: Matrix): unknown {
  return 'x'.repeat(1e8);
}

export function half(z: number): number {
  return z / 2;
}
