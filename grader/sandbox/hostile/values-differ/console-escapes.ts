// Prints what terminals, browsers and workflows obey.
import { Matrix } from 'ml-matrix';

export function double(Z: Matrix): unknown {
  console.log('\u001b[2J\u0007::error::x\n::stop-commands::y\n<script>alert(1)</script>');
  return Matrix.mul(Z, 3);
}

export function half(z: number): number {
  return z / 2;
}
