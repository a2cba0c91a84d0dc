// Makes a realm without a wall.
import { Matrix } from 'ml-matrix';

export function double(Z: Matrix): unknown {
  new (globalThis as any).ShadowRealm();
  return Matrix.mul(Z, 3);
}

export function half(z: number): number {
  return z / 2;
}
