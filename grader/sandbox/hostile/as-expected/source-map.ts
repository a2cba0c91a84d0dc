// Names a source map somewhere.
import { Matrix } from 'ml-matrix';

export function double(Z: Matrix): Matrix {
  return Matrix.mul(Z, 2);
}

export function half(z: number): number {
  return z / 2;
}
//# sourceMappingURL=file:///etc/passwd
//# sourceURL=../../solutions/01-double/solution.ts
