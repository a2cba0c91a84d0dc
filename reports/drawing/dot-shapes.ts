import { symbolCircle, symbolDiamond2, symbolTimes, symbolTriangle } from 'd3-shape';
import { short } from '../words/numbers.ts';
import type { Dots } from './data.ts';
import type { DotPlace } from './dot-places.ts';
import { type LegendEntry, lineSwatch, type Shape, shape, symbolSwatch } from './frame.ts';
import type { Place } from './places.ts';
import { SIGN_SIZE, type Sign, signAt } from './sign.ts';
import { stamped } from './stamp.ts';

/** One thing and where its numbers stand. */
export interface DotRow {
  readonly y: number;
  readonly yours: DotPlace;
  readonly reference: DotPlace | null;
  /** Whether yours is beyond the limit. */
  readonly outside: boolean;
}

/** What a number is that the axis has no place for, written beside it. */
export interface EdgeWords {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'end';
  readonly words: string;
}

const YOURS = { style: 'mark yours-1', type: symbolCircle, size: 64 };
const BEYOND = { style: 'mark beyond', type: symbolCircle, size: 64 };
const CROSS = { style: 'cross beyond', type: symbolTimes, size: 150 };
const REFERENCE = { style: 'mark reference', type: symbolDiamond2, size: 130 };

/** Room between a number at the edge, its cross if it has one, and its words. */
const GAP = 12;
const CROSS_GAP = 17;

/** All dots as one path for each kind of them; the reference is larger, so that none hides the other. */
export function shapesOf(rows: readonly DotRow[]): readonly Shape[] {
  const inside = rows.filter(({ yours }) => yours.edge === null);
  const at = (places: readonly DotRow[]) => places.map(({ yours, y }) => ({ x: yours.x, y }));
  const references = rows.flatMap(({ reference, y }) =>
    reference === null ? [] : [{ x: reference.x, y }],
  );
  const fine = at(inside.filter(({ outside }) => !outside));
  const beyond = at(inside.filter(({ outside }) => outside));
  const crosses = rows.filter(({ outside }) => outside).map(crossOf);
  return [
    ...shape(REFERENCE.style, stamped(REFERENCE.type, REFERENCE.size, references)),
    ...shape(YOURS.style, stamped(YOURS.type, YOURS.size, fine)),
    ...shape(BEYOND.style, stamped(BEYOND.type, BEYOND.size, beyond)),
    ...shape(CROSS.style, stamped(CROSS.type, CROSS.size, crosses)),
  ];
}

/** A cross lies on its dot, and beside what points over the edge. */
function crossOf({ yours: { x, edge }, y }: DotRow): Place {
  if (edge === null) return { x, y };
  return { x: edge.side === 'left' ? x + CROSS_GAP : x - CROSS_GAP, y };
}

/** Yours where the axis has no place for it: it points over the edge. */
export function signsOf({ yours: { x, edge }, y, outside }: DotRow): readonly Sign[] {
  if (edge === null) return [];
  const turn = edge.side === 'left' ? -90 : 90;
  return [signAt(symbolTriangle, { x, y }, turn, outside ? 'sign beyond' : 'sign yours-1')];
}

/** What stands at the edges of a row, in words. */
export function edgeWordsOf({ y, yours, reference, outside }: DotRow): readonly EdgeWords[] {
  return (['left', 'right'] as const).flatMap((side): readonly EdgeWords[] => {
    const places = [yours, reference].filter((place) => place?.edge?.side === side);
    const x = places[0]?.x;
    if (x === undefined) return [];
    const words = [...new Set(places.map((place) => place?.edge?.word ?? ''))].join(' / ');
    const gap = outside && yours.edge?.side === side ? GAP + CROSS_GAP : GAP;
    return side === 'left'
      ? [{ x: x + gap, y, anchor: 'start', words }]
      : [{ x: x - gap, y, anchor: 'end', words }];
  });
}

/** The signs that a picture uses, and no others. */
export function legendOf({ dots, limit }: Dots, rows: readonly DotRow[]): readonly LegendEntry[] {
  const entry = (kinds: readonly (typeof YOURS)[], text: string): LegendEntry => ({
    shapes: kinds.map(({ style, type, size }) => symbolSwatch(style, type, size)),
    text,
  });
  return [
    entry([YOURS], 'yours'),
    ...(dots.some(({ reference }) => reference !== null)
      ? [entry([REFERENCE], 'the reference')]
      : []),
    ...(rows.some(({ outside }) => outside)
      ? [entry([BEYOND, CROSS], 'yours, beyond the line')]
      : []),
    ...(rows.some(({ yours }) => yours.edge !== null)
      ? [
          entry(
            [{ style: 'sign yours-1', type: symbolTriangle, size: SIGN_SIZE }],
            'yours, without a place on the axis',
          ),
        ]
      : []),
    ...(limit === null
      ? []
      : [{ shapes: [lineSwatch('limit')], text: `${limit.words}: ${short(limit.at)}` }]),
  ];
}
