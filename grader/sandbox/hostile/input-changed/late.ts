// Changes its input after its answer.
import { Matrix } from 'ml-matrix';

export function double(Z: Matrix): unknown {
  const twice = Matrix.mul(Z, 2);
  Promise.resolve().then(() => undefined);
  Z.addRowVector([1, 1]);
  return twice;
}

export function half(z: number): number {
  return z / 2;
}
