import { type Axis, type AxisView, CHARACTER, widest } from './axis.ts';
import { rounded } from './places.ts';

/** Where two axes lie in the viewBox, and what stands on them. */
export interface Plot {
  readonly left: number;
  readonly width: number;
  readonly height: number;
  /** Of what is cut off: a little more, so that no line on the edge is halved. */
  readonly outerWidth: number;
  readonly outerHeight: number;
  readonly x: AxisView;
  readonly y: AxisView;
}

/** Width of every viewBox: letters stay readable when it is squeezed into a narrow screen. */
export const PICTURE_WIDTH = 340;

/** Room to the right of a picture, for half of the last label. */
const RIGHT = 20;

/** How far a drawing reaches over its edges; the templates move it by as much. */
const BEYOND_EDGE = 5;

/** Room to the left of a picture, for the labels of its y axis. */
export function leftOf(y: AxisView): number {
  return rounded(Math.max(28, widest(y.ticks) * CHARACTER + 12));
}

/** Room between that and the right edge. */
export function widthOf(left: number): number {
  return rounded(PICTURE_WIDTH - left - RIGHT);
}

/** Both axes without what templates have no use for. */
export function plotOf(x: Axis, y: Axis, height: number): Plot {
  const left = leftOf(y);
  const width = widthOf(left);
  return {
    left,
    width,
    height,
    outerWidth: rounded(width + 2 * BEYOND_EDGE),
    outerHeight: rounded(height + 2 * BEYOND_EDGE),
    x: viewOf(x),
    y: viewOf(y),
  };
}

function viewOf({ label, ticks }: Axis): AxisView {
  return { label, ticks };
}
