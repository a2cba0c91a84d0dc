// Changes its input and hides its methods.
import { Matrix } from 'ml-matrix';

export function double(Z: Matrix): unknown {
  const twice = Matrix.mul(Z, 2);
  Z.set(0, 0, 5);
  Object.defineProperties(Z, { to2DArray: { value: () => [] }, toJSON: { value: () => 1 }, clone: { value: () => twice } });
  return twice;
}

export function half(z: number): number {
  return z / 2;
}
