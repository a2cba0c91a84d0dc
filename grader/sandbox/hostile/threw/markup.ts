// Throws what a browser obeys.
import { Matrix } from 'ml-matrix';

export function double(Z: Matrix): unknown {
  throw new Error('<script>alert(1)</script><img src=x onerror=alert(2)>\'"><svg/onload=alert(3)>{{score}}');
}

export function half(z: number): number {
  return z / 2;
}
