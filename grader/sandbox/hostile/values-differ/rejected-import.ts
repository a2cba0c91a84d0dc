// Climbs out through the error of an import.
import { Matrix } from 'ml-matrix';

export function double(Z: Matrix): unknown {
  const name = 'nowhere';
  import(name).catch((error) => console.log(error.constructor.constructor('return process')()));
  return Matrix.mul(Z, 3);
}

export function half(z: number): number {
  return z / 2;
}
