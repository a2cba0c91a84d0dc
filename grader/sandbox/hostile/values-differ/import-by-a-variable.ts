// Imports by a name that the compiler cannot see.
import { Matrix } from 'ml-matrix';

export function double(Z: Matrix): unknown {
  const name = ['node', 'fs'].join(':');
  import(name).then((fs) => console.log(fs), (error) => console.log(error.constructor === Error));
  return Matrix.mul(Z, 3);
}

export function half(z: number): number {
  return z / 2;
}
