// Looks for whoever called it.
import { Matrix } from 'ml-matrix';

export function double(Z: Matrix): unknown {
  const look = (f: any) => {
    try {
      return String(f.caller) + String(f.arguments);
    } catch (error) {
      return 'none';
    }
  };
  console.log(look(double), look(console.log), look(Matrix.mul));
  return Matrix.mul(Z, 3);
}

export function half(z: number): number {
  return z / 2;
}
