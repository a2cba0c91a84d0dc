// Compiles another machine.
import { Matrix } from 'ml-matrix';

export function double(Z: Matrix): unknown {
  new (globalThis as any).WebAssembly.Module(new Uint8Array(8));
  return Matrix.mul(Z, 3);
}

export function half(z: number): number {
  return z / 2;
}
