// Goes on after it was told to stop.
import { Matrix } from 'ml-matrix';

export function double(Z: Matrix): unknown {
  try {
    for (;;) {}
  } finally {
    for (;;) {}
  }
}

export function half(z: number): number {
  return z / 2;
}
