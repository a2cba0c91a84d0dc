// Throws what never finishes when looked at.
import { Matrix } from 'ml-matrix';

export function double(Z: Matrix): unknown {
  throw {
    get message() {
      for (;;) {}
    },
  };
}

export function half(z: number): number {
  return z / 2;
}
