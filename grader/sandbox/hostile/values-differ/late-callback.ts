// Goes on after its answer.
import { Matrix } from 'ml-matrix';
function queue(Z: Matrix): void {
  (async () => {
    await null;
    Z.set(0, 0, 666);
  })();
}

export function double(Z: Matrix): unknown {
  Promise.resolve().then(() => Z.mul(2));
  queue(Z);
  return Matrix.mul(Z, 3);
}

export function half(z: number): number {
  return z / 2;
}
