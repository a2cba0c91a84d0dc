// Prints objects that fail when they are looked at.
import { Matrix } from 'ml-matrix';

export function double(Z: Matrix): unknown {
  console.log({ toJSON() { throw 1 } }, { to2DArray() { throw 2 } }, Symbol('x'), new Proxy({}, { get() { throw 3 }, has() { throw 4 } }));
  return Matrix.mul(Z, 3);
}

export function half(z: number): number {
  return z / 2;
}
