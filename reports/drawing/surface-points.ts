import { group } from 'd3-array';
import { symbolCircle, symbolDiamond2 } from 'd3-shape';
import type { Axis } from './axis.ts';
import type { Surface } from './data.ts';
import { type LegendEntry, type Shape, shape, symbolSwatch } from './frame.ts';
import { stamped } from './stamp.ts';
import { TINTS, type Values } from './surface-colours.ts';

/** A point of the plane with its value. */
type Point = Surface['train'][number];

/** The points of a picture; those that the network had not seen may be kept secret. */
interface Points {
  readonly train: readonly Point[];
  readonly test: readonly Point[] | null;
}

/** Sets differ by their shape, because the colour is that of the value. */
const LOOKS = [
  { set: 'train', name: 'training points', type: symbolCircle, size: 46 },
  { set: 'test', name: 'new points', type: symbolDiamond2, size: 38 },
] as const;

/** In a legend there is room to see what a shape is. */
const LARGER = 1.6;

/** The points of a picture that lie in the part of the plane that is drawn. */
export function pointsWithin({ train, test }: Surface, x: Axis, y: Axis): Points {
  const within = (number: number, { domain: [low, high] }: Axis) => number >= low && number <= high;
  const shown = ({ x1, x2 }: Point) => within(x1, x) && within(x2, y);
  return { train: train.filter(shown), test: test?.filter(shown) ?? null };
}

/** All points, those of one colour as one path: each in the colour of its own value, with a dark ring in a pale one. */
export function pointsShapes(points: Points, values: Values, x: Axis, y: Axis): readonly Shape[] {
  return LOOKS.flatMap(({ set, type, size }) => {
    const own = points[set] ?? [];
    const places = (of: readonly Point[]) =>
      of.map(({ x1, x2 }) => ({ x: x.place(x1), y: y.place(x2) }));
    const byTint = [...group(own, ({ value }) => values.tint(value))].sort(([a], [b]) => a - b);
    return [
      ...shape('value-ground', stamped(type, size, places(own))),
      ...byTint.flatMap(([tint, of]) =>
        shape('value', stamped(type, size, places(of))).map((each) => ({
          ...each,
          fill: TINTS[tint] ?? null,
        })),
      ),
    ];
  });
}

/** The sets that a picture has, with how many points of each are drawn. */
export function pointsLegend(points: Points): readonly LegendEntry[] {
  return LOOKS.flatMap(({ set, name, type, size }) => {
    const count = points[set]?.length ?? 0;
    if (count === 0) return [];
    const swatch = { ...symbolSwatch('value', type, LARGER * size), fill: TINTS[3] ?? null };
    return [{ shapes: [swatch], text: `${name}, each in the colour of its own value (${count})` }];
  });
}
