// Overflows the stack.
import { Matrix } from 'ml-matrix';

export function double(Z: Matrix): unknown {
  const f = (): number => f() + 1;
  return f();
}

export function half(z: number): number {
  return z / 2;
}
