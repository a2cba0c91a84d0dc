// Answers with what fails when looked at.
import { Matrix } from 'ml-matrix';

export function double(Z: Matrix): unknown {
  return new Proxy(class {}, {});
}

export function half(z: number): number {
  return z / 2;
}
