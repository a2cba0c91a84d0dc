// Throws an object that fails whenever it is looked at.
import { Matrix } from 'ml-matrix';

export function double(Z: Matrix): unknown {
  throw new Proxy({}, { get() { throw 1 }, getPrototypeOf() { throw 2 } });
}

export function half(z: number): number {
  return z / 2;
}
