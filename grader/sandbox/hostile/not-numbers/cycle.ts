// Answers with what contains itself.
import { Matrix } from 'ml-matrix';

export function double(Z: Matrix): unknown {
  const circle: any = { a: 1 };
  circle.circle = circle;
  return circle;
}

export function half(z: number): number {
  return z / 2;
}
