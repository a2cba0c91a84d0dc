import { short } from '../words/numbers.ts';
import { axisOf, domainOf } from './axis.ts';
import { domainOfCurves } from './clip.ts';
import { END, EXIT, type Look, looksOf, shapesOf, signsOf, swatchOf } from './curve-shapes.ts';
import { courseInWords, curveInWords, gapsInWords } from './curves-in-words.ts';
import type { Curve, Curves } from './data.ts';
import { type Frame, type LegendEntry, type Shape, symbolSwatch, type Table } from './frame.ts';
import { sampled } from './places.ts';
import { leftOf, type Plot, plotOf, widthOf } from './plot.ts';
import { SIGN_SIZE, type Sign } from './sign.ts';

/** Curves over an x axis, as the template draws them. */
export interface CurvesView extends Frame {
  readonly draw: 'curves';
  readonly plot: Plot;
  readonly shapes: readonly Shape[];
  readonly signs: readonly Sign[];
}

const HEIGHT = 170;

/** A table of more rows would hide what it says. */
const MOST_ROWS = 12;

/** Draws curves; of a picture without a single number there remain its axes. */
export function curvesView(picture: Curves): CurvesView {
  const { curves, title, words } = picture;
  const y = axisOf(picture.y, domainOfCurves(picture), [HEIGHT, 0], true);
  const width = widthOf(leftOf(y));
  const along = curves.flatMap(({ points }) => points.map((point) => point.x));
  const x = axisOf(picture.x, domainOf(along, picture.x.scale), [0, width], true);
  const field = { x, y, width, height: HEIGHT };
  const looks = [...looksOf(curves)];
  const signs = looks.map(([curve]) => signsOf(curve, field));
  const ends = signs.flatMap((each) => each.ends);
  const exits = signs.flatMap((each) => each.exits);
  const notes = curves.flatMap((curve) => gapsInWords(curve, picture, y.domain));
  return {
    draw: 'curves',
    title,
    words,
    description: [...curves.map((curve) => courseInWords(curve, picture)), ...notes].join(' '),
    notes,
    plot: plotOf(x, y, HEIGHT),
    // The reference is drawn last: dashes leave yours to be seen, and yours would hide them.
    shapes: [...looks]
      .sort(([a], [b]) => Number(a.whose === 'reference') - Number(b.whose === 'reference'))
      .flatMap(([curve, look]) => shapesOf(curve, look, field)),
    signs: [...ends, ...exits],
    legend: [
      ...looks.map(legendEntry),
      ...(ends.length === 0 ? [] : [signEntry(END, 'the next number is not finite')]),
      ...(exits.length === 0 ? [] : [signEntry(EXIT, 'leaves the picture here')]),
    ],
    numbers: numbersOf(picture),
    tinted: false,
  };
}

function legendEntry([curve, look]: readonly [Curve, Look]): LegendEntry {
  const last = curve.points.at(-1);
  const end = last === undefined ? '' : `, ends at ${short(last.y)}`;
  return { shapes: swatchOf(look), text: `${curveInWords(curve)}${end}` };
}

function signEntry(type: typeof END, text: string): LegendEntry {
  return { shapes: [symbolSwatch('sign', type, SIGN_SIZE)], text };
}

function numbersOf({ title, x, curves }: Curves): Table {
  const places = [...new Set(curves.flatMap(({ points }) => points.map((point) => point.x)))];
  const numbers = curves.map(({ points }) => new Map(points.map((point) => [point.x, point.y])));
  return {
    caption: title,
    corner: x.label,
    columns: curves.map(curveInWords),
    rows: sampled(places, MOST_ROWS).map((place) => ({
      head: short(place),
      cells: numbers.map((known) => {
        const number = known.get(place);
        return number === undefined ? '–' : short(number);
      }),
    })),
  };
}
