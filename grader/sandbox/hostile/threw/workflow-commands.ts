// Throws what a workflow obeys.
import { Matrix } from 'ml-matrix';

export function double(Z: Matrix): unknown {
  throw new Error('\n::set-output name=points::100\n::add-mask::x\n::error file=a::b');
}

export function half(z: number): number {
  return z / 2;
}
