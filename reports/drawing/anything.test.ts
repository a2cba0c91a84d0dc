import fc from 'fast-check';
import Handlebars from 'handlebars';
import { describe, expect, test } from 'vitest';
import { type Real, toReal } from '../../grader/contract/value.ts';
import type { Boundary, Compared, Curves, Dots, Picture, Surface } from './data.ts';
import { heatMapView, PICTURE_PARTIALS, pictureView } from './picture.ts';

// Whatever the contract allows, however odd, is drawn with sound numbers.

const handlebars = Handlebars.create();
for (const [name, template] of Object.entries(PICTURE_PARTIALS))
  handlebars.registerPartial(name, handlebars.template(template));
const strictly = { strict: true, knownHelpersOnly: true };
const picture = handlebars.compile('{{> picture}}', strictly);
const heatMap = handlebars.compile('{{> heat-map}}', strictly);

const drawn = (data: Picture) => picture(pictureView(data));
const compared = (data: Compared) => heatMap(heatMapView(data, 'dW1'));

const words = fc.constantFrom('loss', 'z', '<b>"\'&', 'a long name that goes on and on', '');
const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
const real: fc.Arbitrary<Real> = fc.oneof(
  fc.double().map(toReal),
  fc.double({ min: -3, max: 3 }).map(toReal),
  fc.constantFrom<Real>('NaN', 'Infinity', '-Infinity', '-0', 0),
);
const axis = fc.record({
  label: words,
  scale: fc.constantFrom('linear' as const, 'logarithmic' as const),
});
const common = { title: words, words };

const curves: fc.Arbitrary<Curves> = fc.record({
  draw: fc.constant('curves'),
  ...common,
  x: axis,
  y: axis,
  curves: fc.array(
    fc.record({
      name: words,
      whose: fc.constantFrom('yours' as const, 'reference' as const),
      points: fc.array(fc.record({ x: fc.oneof(finite, fc.nat(9)), y: real }), { maxLength: 20 }),
    }),
    { maxLength: 8 },
  ),
});

const dots: fc.Arbitrary<Dots> = fc.record({
  draw: fc.constant('dots'),
  ...common,
  axis,
  shows: fc.constantFrom('outputs', 'errors'),
  dots: fc.array(fc.record({ name: words, yours: real, reference: fc.option(real) }), {
    maxLength: 24,
  }),
  limit: fc.option(fc.record({ at: finite, words })),
});

const side = fc.oneof(
  fc.constant({ from: -1, to: 2 }),
  fc.record({ from: finite, to: finite }),
  finite.map((at) => ({ from: at, to: at })),
);
const points = fc.array(
  fc.record({
    x1: fc.oneof(finite, fc.double({ min: -1, max: 2, noNaN: true })),
    x2: fc.oneof(finite, fc.double({ min: -1, max: 2, noNaN: true })),
    label: fc.constantFrom(0 as const, 1 as const),
  }),
  { maxLength: 20 },
);
const probability = fc.double({ min: 0, max: 1, noNaN: true });
const boundary: fc.Arbitrary<Boundary> = fc.record({
  draw: fc.constant('boundary'),
  ...common,
  x1: side,
  x2: side,
  grid: fc.record({
    columns: fc.integer({ min: 2, max: 8 }),
    rows: fc.integer({ min: 2, max: 8 }),
    probabilities: fc.array(probability, { maxLength: 64 }),
  }),
  train: points,
  test: fc.option(points),
  counts: fc.record({ train: fc.nat(), test: fc.nat() }),
  accuracy: fc.record({ train: probability, test: probability }),
});

const valued = fc.array(
  fc.record({
    x1: fc.oneof(finite, fc.double({ min: -1, max: 2, noNaN: true })),
    x2: fc.oneof(finite, fc.double({ min: -1, max: 2, noNaN: true })),
    value: finite,
  }),
  { maxLength: 20 },
);
const surface: fc.Arbitrary<Surface> = fc.record({
  draw: fc.constant('surface'),
  ...common,
  x1: side,
  x2: side,
  grid: fc.record({
    columns: fc.integer({ min: 2, max: 8 }),
    rows: fc.integer({ min: 2, max: 8 }),
    values: fc.oneof(
      fc.array(finite, { maxLength: 64 }),
      fc.array(fc.constantFrom(-1e308, 0, 5e-324, 1e308), { maxLength: 64 }),
    ),
  }),
  train: valued,
  test: fc.option(valued),
  counts: fc.record({ train: fc.nat(), test: fc.nat() }),
  explained: fc.record({ train: probability, test: probability }),
});

const count = fc.oneof(fc.nat(15), fc.nat());
const matrix: fc.Arbitrary<Compared> = fc.record({
  rows: count,
  columns: count,
  from: fc.record({ row: count, column: count }),
  cut: fc.boolean(),
  yours: fc.array(real, { maxLength: 144 }),
  expected: fc.option(fc.array(real, { maxLength: 144 })),
  wrong: fc.array(fc.boolean(), { maxLength: 144 }),
});

/** Attributes that hold numbers; `aria-label` and the like hold words. */
const DRAWN = /\s(?:d|x|y|x1|x2|y1|y2|dy|width|height|viewBox|transform|fill|class)="([^"]*)"/g;

/** Holds a drawing to what every drawing has to be. */
function sound(html: string): void {
  for (const [, value] of html.matchAll(DRAWN)) {
    expect(value).not.toMatch(/NaN|undefined|null|Infinity|object|e[+-]?\d\d/);
  }
  expect(html).not.toMatch(/undefined|\[object|<b>|\sstyle=|<script|url\(/);
}

describe('every picture has sound numbers in its attributes, and words nowhere as markup', () => {
  test.each([
    ['curves', curves],
    ['dots', dots],
    ['a boundary', boundary],
    ['a surface', surface],
  ])('%s', (_, pictures: fc.Arbitrary<Picture>) => {
    fc.assert(fc.property(pictures, (data) => sound(drawn(data))));
  });

  test('a heat map', () => {
    fc.assert(fc.property(matrix, (data) => sound(compared(data))));
  });
});

test('the same picture is drawn the same each time', () => {
  fc.assert(
    fc.property(fc.oneof(curves, dots, boundary, surface), (some) => {
      expect(drawn(some)).toBe(drawn(some));
    }),
    { numRuns: 20 },
  );
});
