// Reads the text of functions.
import { Matrix } from 'ml-matrix';

export function double(Z: Matrix): unknown {
  console.log(String(Matrix.mul), String(console.log), `${Object}`);
  return Matrix.mul(Z, 3);
}

export function half(z: number): number {
  return z / 2;
}
