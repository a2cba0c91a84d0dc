import { extent } from 'd3-array';
import type { Tensor } from '../contract/value.ts';
import type { Layer } from './network.ts';

/** From where to where a picture of the plane reaches along one of its inputs. */
export interface Side {
  readonly from: number;
  readonly to: number;
}

/** The two sides of a picture of the plane. */
export interface Plane {
  readonly x1: Side;
  readonly x2: Side;
}

/** Places along each side: fine enough for a smooth line, coarse enough for a small file. */
export const PLACES = 32;

/** Room around the points, as a share of their extent. */
const ROOM = 0.08;

/** The part of the plane in which points of two inputs lie, with a little room around them. */
export function planeAround(X: Tensor): Plane {
  const column = (at: 0 | 1) => X.data.filter((_, place) => place % 2 === at);
  return { x1: span(column(0)), x2: span(column(1)) };
}

function span(values: readonly number[]): Side {
  const [low = 0, high = 1] = extent(values);
  const room = ROOM * (high - low || 1);
  return { from: rounded(low - room), to: rounded(high + room) };
}

/**
 * What is said of `PLACES` x `PLACES` places of a plane, both ends included; row by row
 * from the lowest x2. `null` where of one of them it is no finite number.
 */
export function saidOf(
  { x1, x2 }: Plane,
  say: (x: readonly [x1: number, x2: number]) => number,
): readonly number[] | null {
  const place = ({ from, to }: Side, nth: number) => from + ((to - from) * nth) / (PLACES - 1);
  const said: number[] = [];
  for (let row = 0; row < PLACES; row += 1) {
    for (let column = 0; column < PLACES; column += 1) {
      const number = say([place(x1, column), place(x2, row)]);
      if (!Number.isFinite(number)) return null;
      said.push(number);
    }
  }
  return said;
}

/** Whether a network has the layers of another: what it costs to draw is not for students to choose. */
export function sameSizes(layers: readonly Layer[], others: readonly Layer[] | null): boolean {
  const sizes = (each: readonly Layer[]) => each.map(({ W }) => W.shape.join('x')).join(' ');
  return others !== null && sizes(layers) === sizes(others);
}

/** Three decimals are more than a picture can show of a place or a probability. */
export function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
