import { type SymbolType, symbol } from 'd3-shape';
import { type Place, rounded } from './places.ts';

/** A single symbol that is put somewhere and turned. */
export interface Sign {
  readonly style: string;
  readonly d: string;
  readonly x: number;
  readonly y: number;
  /** In degrees, clockwise. */
  readonly turn: number;
}

/** Area of a sign: small beside a curve, and large enough to be seen. */
export const SIGN_SIZE = 60;

/** A symbol at a place, turned by so many degrees. */
export function signAt(type: SymbolType, { x, y }: Place, turn: number, style = 'sign'): Sign {
  return {
    style,
    d: symbol(type, SIGN_SIZE).digits(1)() ?? '',
    x: rounded(x),
    y: rounded(y),
    turn,
  };
}
