// Answers with a matrix of its own kind.
import { Matrix } from 'ml-matrix';

export function double(Z: Matrix): unknown {
  class Mine extends Matrix {
    override get(row: number, column: number): number {
      return super.get(row, column) + 1;
    }
  }
  return new Mine(Matrix.mul(Z, 3).to2DArray());
}

export function half(z: number): number {
  return z / 2;
}
