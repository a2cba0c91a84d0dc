import type { SymbolType } from 'd3-shape';
import { rounded } from './places.ts';
import { stamped } from './stamp.ts';

/** A path, the classes that style it, and a colour where it is one of a scale. */
export interface Shape {
  readonly style: string;
  readonly fill: string | null;
  readonly d: string;
}

/** A sign of the picture, drawn small, and what it stands for. */
export interface LegendEntry {
  readonly shapes: readonly Shape[];
  readonly text: string;
}

/** The numbers behind a picture, for those who would rather read them. */
export interface Table {
  readonly caption: string;
  /** What stands above the heads of the rows. */
  readonly corner: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly head: string; readonly cells: readonly string[] }[];
}

/** What surrounds every drawing, whatever it shows. */
export interface Frame {
  readonly title: string;
  readonly words: string;
  /** The picture in words with its numbers, for those who do not see it. */
  readonly description: string;
  /** What would be misunderstood without a word beside it. */
  readonly notes: readonly string[];
  readonly legend: readonly LegendEntry[];
  readonly numbers: Table;
  /** Whether its colours are a scale of tints, which a dark page has to turn round. */
  readonly tinted: boolean;
}

/** Size of the little drawings of a legend, in units of the templates' viewBox. */
const SWATCH = { width: 32, height: 16 };

/** A symbol as a legend shows it. */
export function symbolSwatch(style: string, type: SymbolType, size: number): Shape {
  const middle = { x: SWATCH.width / 2, y: SWATCH.height / 2 };
  return { style, fill: null, d: stamped(type, size, [middle]) };
}

/** A line as a legend shows it. */
export function lineSwatch(style: string): Shape {
  return { style, fill: null, d: `M2,${rounded(SWATCH.height / 2)}H${rounded(SWATCH.width - 2)}` };
}

/** The colours of a scale side by side, as a legend shows them. */
export function scaleSwatch(fills: readonly string[]): readonly Shape[] {
  const width = SWATCH.width / fills.length;
  return fills.map((fill, at) => {
    const d = `M${rounded(at * width)},2h${rounded(width)}v${SWATCH.height - 4}h${rounded(-width)}Z`;
    return { style: 'tint', fill, d };
  });
}

/** A shape in the colour of its classes; none where it would draw nothing. */
export function shape(style: string, d: string | null): readonly Shape[] {
  return d === null || d === '' ? [] : [{ style, fill: null, d }];
}
