// Gives back what it gave before.
import { Matrix } from 'ml-matrix';
let last: Matrix | null = null;

export function double(Z: Matrix): unknown {
  const answer = last ?? Matrix.mul(Z, 2);
  last = last === null ? Matrix.mul(Z, 5) : null;
  return answer;
}

export function half(z: number): number {
  return z / 2;
}
