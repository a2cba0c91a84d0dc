import { symbolCircle, symbolDiamond2, symbolSquare, symbolTriangle2 } from 'd3-shape';
import type { Axis } from './axis.ts';
import type { Boundary } from './data.ts';
import { type LegendEntry, type Shape, shape, symbolSwatch } from './frame.ts';
import { stamped } from './stamp.ts';

/** A point of the plane with its class. */
export type Point = Boundary['train'][number];

/** The points of a picture; those that the network had not seen may be kept secret. */
export interface Points {
  readonly train: readonly Point[];
  readonly test: readonly Point[] | undefined;
}

/** Class by colour, set by shape and by whether it is filled: no two look alike without colours either. */
const LOOKS = [
  { set: 'train', label: 0, style: 'point class-0', type: symbolCircle, size: 26 },
  { set: 'train', label: 1, style: 'point class-1', type: symbolSquare, size: 26 },
  { set: 'test', label: 0, style: 'point hollow class-0', type: symbolTriangle2, size: 34 },
  { set: 'test', label: 1, style: 'point hollow class-1', type: symbolDiamond2, size: 34 },
] as const;

const NAMES = { train: 'training points', test: 'new points' };

/** In a legend there is room to see what a shape is. */
const LARGER = 2;

/** The points of a picture that lie in the part of the plane that is drawn. */
export function pointsWithin({ train, test }: Boundary, x: Axis, y: Axis): Points {
  const within = (number: number, { domain: [low, high] }: Axis) => number >= low && number <= high;
  const shown = ({ x1, x2 }: Point) => within(x1, x) && within(x2, y);
  return { train: train.filter(shown), test: test?.filter(shown) };
}

/** How many points of a picture are not drawn. */
export function leftOut({ train, test }: Boundary, shown: Points): number {
  const all = train.length + (test?.length ?? 0);
  return all - shown.train.length - (shown.test?.length ?? 0);
}

/** All points as one path for each set and class. */
export function pointsShapes(points: Points, x: Axis, y: Axis): readonly Shape[] {
  return LOOKS.flatMap(({ set, label, style, type, size }) => {
    const places = of(points, set, label).map((point) => ({
      x: x.place(point.x1),
      y: y.place(point.x2),
    }));
    return shape(style, stamped(type, size, places));
  });
}

/** The sets and classes that a picture has, with how many points of each are drawn. */
export function pointsLegend(points: Points): readonly LegendEntry[] {
  return LOOKS.flatMap(({ set, label, style, type, size }) => {
    const count = of(points, set, label).length;
    if (count === 0) return [];
    return [
      {
        shapes: [symbolSwatch(style, type, LARGER * size)],
        text: `${NAMES[set]} of class ${label} (${count})`,
      },
    ];
  });
}

function of(points: Points, set: keyof Points, label: Point['label']): readonly Point[] {
  return (points[set] ?? []).filter((point) => point.label === label);
}
