// Answers with bytes.
import { Matrix } from 'ml-matrix';

export function double(Z: Matrix): unknown {
  return new DataView(new ArrayBuffer(48));
}

export function half(z: number): number {
  return z / 2;
}
