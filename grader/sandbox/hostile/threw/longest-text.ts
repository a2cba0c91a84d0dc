// Makes a text that is too long.
import { Matrix } from 'ml-matrix';

export function double(Z: Matrix): unknown {
  let text = 'x';
  for (;;) text += text;
}

export function half(z: number): number {
  return z / 2;
}
