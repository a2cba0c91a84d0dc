// Turns the direction of writing in a comment.
/* ‮ } ⁦if (isAdmin)⁩ ⁦ begin admins only */
import { Matrix } from 'ml-matrix';

export function double(Z: Matrix): Matrix {
  return Matrix.mul(Z, 2);
}

export function half(z: number): number {
  return z / 2;
}
