// The same with await.
import { Matrix } from 'ml-matrix';

export function double(Z: Matrix): unknown {
  (async () => {
    for (;;) await null;
  })();
  return Matrix.mul(Z, 3);
}

export function half(z: number): number {
  return z / 2;
}
