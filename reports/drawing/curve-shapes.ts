import {
  line,
  type SymbolType,
  symbolAsterisk,
  symbolCircle,
  symbolsFill,
  symbolTimes,
  symbolTriangle,
} from 'd3-shape';
import { toFloat } from '../../grader/contract/value.ts';
import type { Axis } from './axis.ts';
import type { Curve } from './data.ts';
import { lineSwatch, type Shape, shape, symbolSwatch } from './frame.ts';
import { bends, isPlaced, type Place, sampled } from './places.ts';
import { type Sign, signAt } from './sign.ts';
import { stamped } from './stamp.ts';

/** How one curve is told from the others. */
export interface Look {
  /** Classes that colour it; the reference is dashed as well. */
  readonly style: string;
  /** What marks it beside its colour; `null` where one curve of a side needs none. */
  readonly mark: SymbolType | null;
}

/** The part of a picture in which curves are drawn. */
export interface Field {
  readonly x: Axis;
  readonly y: Axis;
  readonly width: number;
  readonly height: number;
}

/** What happens to a curve that a line cannot show. */
export interface Signs {
  readonly ends: readonly Sign[];
  readonly exits: readonly Sign[];
}

const MARK_SIZE = 42;
const DOT_SIZE = 36;

/** Where a curve stops, and where it leaves the picture. */
export const END = symbolTimes;
export const EXIT = symbolTriangle;

/** A symbol at every place would hide the curve. */
const MOST_MARKS = 7;

/** As far outside of the picture as a line is followed: steep enough, and short to write. */
const BEYOND = 300;

/** How far from the edge the sign of an exit stands. */
const INSIDE = 6;

const SYMBOLS: readonly SymbolType[] = [...symbolsFill, symbolAsterisk];

/** Yours are told apart by colour and mark; a reference has the mark of the curve that it belongs to. */
export function looksOf(curves: readonly Curve[]): ReadonlyMap<Curve, Look> {
  const yours = curves.filter(({ whose }) => whose === 'yours');
  const references = curves.filter(({ whose }) => whose === 'reference');
  const marks = yours.length > 1 || references.length > 1;
  return new Map(
    curves.map((curve) => {
      const mine = curve.whose === 'yours';
      const same = mine ? yours.indexOf(curve) : yours.findIndex(({ name }) => name === curve.name);
      const nth = same === -1 ? references.indexOf(curve) : same;
      const mark = marks ? (SYMBOLS[nth % SYMBOLS.length] ?? null) : null;
      return [curve, { style: mine ? `yours-${nth + 1}` : 'reference', mark }];
    }),
  );
}

/** One curve as paths: its line, the marks on it, and points that no line reaches. */
export function shapesOf({ points }: Curve, { style, mark }: Look, field: Field): readonly Shape[] {
  const places = points.map((point) => placed(point, field));
  const path = line<Place>()
    .defined(isPlaced)
    .x(({ x }) => x)
    .y(({ y }) => y)
    .digits(1);
  const seen = places.filter((place) => isPlaced(place) && isInside(place, field));
  const lonely = places.filter(
    (place, at) => isPlaced(place) && !isNear(places[at - 1]) && !isNear(places[at + 1]),
  );
  const marked = mark === null ? '' : stamped(mark, MARK_SIZE, sampled(seen, MOST_MARKS));
  return [
    ...shape(`curve ${style}`, path(bends(places))),
    ...shape(`mark ${style}`, stamped(symbolCircle, DOT_SIZE, lonely)),
    ...shape(`mark ${style}`, marked),
  ];
}

/** A curve as a legend shows it. */
export function swatchOf({ style, mark }: Look): readonly Shape[] {
  const stroke = lineSwatch(`curve ${style}`);
  return mark === null ? [stroke] : [stroke, symbolSwatch(`mark ${style}`, mark, MARK_SIZE)];
}

/** Signs where a curve first stops, because what follows is no finite number, and where it first leaves the picture. */
export function signsOf({ points }: Curve, field: Field): Signs {
  const places = points.map((point) => placed(point, field));
  const end = places.find((place, at) => {
    const next = points[at + 1];
    const stops = next !== undefined && !Number.isFinite(toFloat(next.y));
    return stops && isPlaced(place) && isInside(place, field);
  });
  const above = places.find((place) => isPlaced(place) && place.y < 0);
  const below = places.find((place) => isPlaced(place) && place.y > field.height);
  return {
    ends: end === undefined ? [] : [signAt(END, end, 0)],
    exits: [
      ...(above === undefined ? [] : [signAt(EXIT, { x: above.x, y: INSIDE }, 0)]),
      ...(below === undefined ? [] : [signAt(EXIT, { x: below.x, y: field.height - INSIDE }, 180)]),
    ],
  };
}

function placed({ x, y }: Curve['points'][number], field: Field): Place {
  const height = field.y.place(toFloat(y));
  return {
    x: field.x.place(x),
    y: Math.max(-BEYOND, Math.min(field.height + BEYOND, height)),
  };
}

function isInside({ y }: Place, { height }: Field): boolean {
  return y >= 0 && y <= height;
}

function isNear(place: Place | undefined): boolean {
  return place !== undefined && isPlaced(place);
}
