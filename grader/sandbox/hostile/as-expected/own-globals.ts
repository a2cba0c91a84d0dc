// Has variables with the names of the surroundings.
const process = { env: { SECRET: '1' } };
const require = (name: string) => name;
console.log(process.env.SECRET, require('fs'));
import { Matrix } from 'ml-matrix';

export function double(Z: Matrix): Matrix {
  return Matrix.mul(Z, 2);
}

export function half(z: number): number {
  return z / 2;
}
