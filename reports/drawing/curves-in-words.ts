import { toFloat } from '../../grader/contract/value.ts';
import { short } from '../words/numbers.ts';
import { capital } from '../words/phrases.ts';
import { type Domain, domainOf, fits } from './axis.ts';
import type { Curve, Curves } from './data.ts';

type Point = Curve['points'][number];

/** "your loss", "the loss of the reference". */
export function curveInWords({ name, whose }: Curve): string {
  return whose === 'yours' ? `your ${name}` : `the ${name} of the reference`;
}

/** How a curve goes, with its numbers. */
export function courseInWords(curve: Curve, { x }: Curves): string {
  const subject = capital(curveInWords(curve));
  const [first] = curve.points;
  const last = curve.points.at(-1);
  if (first === undefined || last === undefined) return `${subject} has no points.`;
  const place = (point: Point) => `${x.label} ${short(point.x)}`;
  if (curve.points.length === 1) return `${subject} is ${short(first.y)} (${place(first)}).`;
  const ends = `${subject} starts at ${short(first.y)} (${place(first)}) and ends at ${short(last.y)} (${place(last)}).`;
  const domain = domainOf(
    curve.points.map((point) => toFloat(point.y)),
    'linear',
  );
  if (domain === null) return ends;
  const [low, high] = domain;
  if (low === high) {
    const same = curve.points.every((point) => toFloat(point.y) === low);
    return same
      ? `${subject} is ${short(low)} everywhere, from ${place(first)} to ${place(last)}.`
      : ends;
  }
  const inside = [toFloat(first.y), toFloat(last.y)].sort((a, b) => a - b);
  return inside[0] === low && inside[1] === high
    ? ends
    : `${ends} Its numbers lie between ${short(low)} and ${short(high)}.`;
}

/** What the line of a curve does not show: numbers that are not finite or not above 0, and those outside. */
export function gapsInWords(curve: Curve, { x, y }: Curves, seen: Domain) {
  const subject = curveInWords(curve);
  const place = (point: Point) => `${x.label} ${short(point.x)}`;
  return [
    ...notFinite(curve.points, subject, place),
    ...noPlace(curve.points, subject, place, y.scale),
    ...outside(curve.points, subject, place, seen, y.scale),
  ];
}

type PlaceInWords = (point: Point) => string;

function notFinite(points: readonly Point[], subject: string, place: PlaceInWords) {
  const at = points.findIndex((point) => !Number.isFinite(toFloat(point.y)));
  const first = points[at];
  if (first === undefined) return [];
  const stays = points.slice(at).every((point) => !Number.isFinite(toFloat(point.y)));
  if (!stays) {
    return [
      `${capital(subject)} is ${short(first.y)} at ${place(first)}: where it is no finite number, its line has a gap.`,
    ];
  }
  return at === 0
    ? [`${capital(subject)} is not a finite number anywhere: it begins with ${short(first.y)}.`]
    : [`From ${place(first)} on, ${subject} is no longer a finite number but ${short(first.y)}.`];
}

function noPlace(
  points: readonly Point[],
  subject: string,
  place: PlaceInWords,
  scale: Curves['y']['scale'],
) {
  const first = points.find((point) => {
    const number = toFloat(point.y);
    return Number.isFinite(number) && !fits(number, scale);
  });
  if (first === undefined) return [];
  const why =
    scale === 'linear' ? 'too large to be drawn' : 'which has no place on a logarithmic axis';
  return [
    `${capital(subject)} is ${short(first.y)} at ${place(first)}, ${why}: there its line has a gap.`,
  ];
}

function outside(
  points: readonly Point[],
  subject: string,
  place: PlaceInWords,
  [low, high]: Domain,
  scale: Curves['y']['scale'],
) {
  const beyond = points.filter(
    (point) => fits(toFloat(point.y), scale) && (toFloat(point.y) < low || toFloat(point.y) > high),
  );
  const [first] = beyond;
  if (first === undefined) return [];
  const far = (point: Point) => Math.max(low - toFloat(point.y), toFloat(point.y) - high);
  const furthest = beyond.reduce((a, b) => (far(b) > far(a) ? b : a));
  return [
    `${capital(subject)} leaves the picture at ${place(first)} and goes as far as ${short(furthest.y)}.`,
  ];
}
