// Changes the packages that are handed in.
import { Matrix } from 'ml-matrix';

export function double(Z: Matrix): unknown {
  ($packages as any)['ml-matrix'].Matrix.mul = (Z: Matrix) => Z;
  return Matrix.mul(Z, 3);
}

export function half(z: number): number {
  return z / 2;
}
