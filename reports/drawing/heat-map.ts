import { toFloat, toReal } from '../../grader/contract/value.ts';
import { shape as shapeInWords, short } from '../words/numbers.ts';
import { capital } from '../words/phrases.ts';
import type { Compared } from './data.ts';
import type { LegendEntry, Shape, Table } from './frame.ts';
import { type Grid, gridOf } from './heat-grid.ts';
import { mapInWords, mapNotes } from './heat-map-in-words.ts';
import {
  type Colours,
  CROSS_ENTRY,
  coloursEntry,
  coloursOf,
  HATCHED_ENTRY,
  mapShapes,
  type Numbers,
} from './heat-shapes.ts';

/** An output beside what was expected, as coloured matrices. */
export interface HeatMapView {
  readonly title: string;
  readonly words: string;
  readonly maps: readonly MapView[];
  readonly notes: readonly string[];
  readonly legend: readonly LegendEntry[];
  /** One for each of the maps. */
  readonly tables: readonly Table[];
  readonly tinted: boolean;
}

/** One matrix. */
interface MapView {
  readonly title: string;
  readonly description: string;
  readonly grid: Grid;
  readonly shapes: readonly Shape[];
}

/** One side of the comparison: what it is called, all of its numbers, and those that are coloured. */
interface Side {
  readonly title: string;
  readonly numbers: readonly number[];
  readonly coloured: Numbers;
  readonly colours: Colours;
  /** How one says what an entry outside the tolerance is; `null` where none is crossed. */
  readonly said: string | null;
  readonly crossed: boolean;
}

/** Draws an output beside what was expected, or alone where that is secret. */
export function heatMapView(compared: Compared, whose: string): HeatMapView {
  // An output without a name is "your output": it is not to be "Your your output".
  const name = whose.replace(/^your /, '');
  const grid = gridOf(compared);
  const sides = sidesOf(compared, name);
  const strange = sides.some(({ coloured }) =>
    coloured.some((number) => number !== null && !Number.isFinite(number)),
  );
  return {
    title: `${whose === name ? name : capital(whose)}, entry by entry`,
    words: sizeInWords(compared),
    maps: sides.map(({ title, numbers, coloured, colours, said, crossed }) => ({
      title,
      description: mapInWords(compared, numbers, name, said),
      grid,
      // What is wrong is crossed once: in the difference, where that is drawn.
      shapes: mapShapes(coloured, crossed ? compared.wrong : [], grid, colours),
    })),
    notes: mapNotes(compared),
    legend: [
      ...legendColours(sides),
      ...(compared.wrong.includes(true) ? [CROSS_ENTRY] : []),
      ...(strange ? [HATCHED_ENTRY] : []),
    ],
    tables: sides.map((side) => tableOf(compared, grid, side)),
    tinted: true,
  };
}

/** What is drawn, and how its entries are counted. */
function sizeInWords({ rows, columns, cut }: Compared): string {
  const size = shapeInWords(rows === 1 ? [columns] : [rows, columns]);
  const drawn = cut ? `${capital(size)} out of it` : capital(size);
  const counted = rows === 1 ? 'places' : 'rows and columns';
  return `${drawn}; ${counted} are counted from 0.`;
}

function sidesOf({ yours, expected, wrong }: Compared, name: string): readonly Side[] {
  const mine = yours.map(toFloat);
  const due = expected?.map(toFloat) ?? [];
  const colours = coloursOf([...mine, ...due]);
  const alone = expected === null;
  const side = { numbers: mine, coloured: mine, colours, said: 'is', crossed: alone };
  const first: Side = { ...side, title: `Your ${name}` };
  if (alone) return [first];
  const differences = mine.map((number, at) => number - (due[at] ?? Number.NaN));
  const outside = differences.map((number, at) => (wrong[at] ? number : null));
  return [
    first,
    {
      ...side,
      title: `Expected ${name}`,
      numbers: due,
      coloured: due,
      said: null,
    },
    {
      title: `Difference of ${name}: yours minus expected`,
      numbers: differences,
      coloured: outside,
      colours: coloursOf(outside),
      said: 'is off by',
      crossed: true,
    },
  ];
}

function legendColours(sides: readonly Side[]): readonly LegendEntry[] {
  const [yours, , difference] = sides;
  if (yours === undefined) return [];
  if (difference === undefined) return [coloursEntry(yours.colours, 'Colours')];
  const some = difference.coloured.some(Number.isFinite);
  return [
    coloursEntry(yours.colours, 'yours and expected'),
    ...(some ? [coloursEntry(difference.colours, 'difference')] : []),
  ];
}

function tableOf({ from, wrong }: Compared, { rows, columns }: Grid, side: Side): Table {
  const { title, numbers, said } = side;
  const cell = (at: number) => {
    const number = numbers[at];
    if (number === undefined) return '–';
    return said !== null && wrong[at] ? `${short(toReal(number))} ✘` : short(toReal(number));
  };
  return {
    caption: said !== null && wrong.includes(true) ? `${title} (✘: outside the tolerance)` : title,
    corner: 'row \\ column',
    columns: columns.map((_, column) => String(from.column + column)),
    rows: rows.map((_, row) => ({
      head: String(from.row + row),
      cells: columns.map((_, column) => cell(row * columns.length + column)),
    })),
  };
}
