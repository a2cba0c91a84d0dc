import { type Factor, MOST_QUANTITIES, type Quantity } from '../../contract/signature.ts';
import { toReal } from '../../contract/value.ts';
import { type Named, sizesOf } from './compared.ts';

/** A quantity with its value in each case. */
interface Valued {
  readonly quantity: Quantity;
  readonly values: readonly number[];
}

/** Numbers that a formula has of its own. */
const PLAIN = [1, 2];

/**
 * Everything that was given which has a size or is a number, each value once: the rows of X
 * and those of Y are one quantity. Sizes of 1 are none.
 */
export function quantitiesIn(given: readonly Named[]): readonly Valued[] {
  const known = new Map<string, Valued>();
  for (const name of given[0]?.keys() ?? []) {
    for (const is of ['rows', 'columns', 'value'] as const) {
      const values = given.map((each) => measure(each, name, is));
      const key = `${is === 'value' ? name : ''} ${values.join()}`;
      if (values.some((value) => !Number.isFinite(value) || value === 0)) continue;
      if (values.every((value) => value === 1)) continue;
      const rank = rankOf({ is, of: name });
      const other = known.get(key);
      if (other === undefined || rank < rankOf(other.quantity)) {
        known.set(key, { quantity: { is, of: name }, values });
      }
    }
  }
  return [...known.values()];
}

function measure(given: Named, name: string, is: Quantity['is']): number {
  const tensor = given.get(name);
  if (tensor === undefined) return Number.NaN;
  if (is === 'value')
    return tensor.shape.length === 0 ? (tensor.data[0] ?? Number.NaN) : Number.NaN;
  // A list has one size, and that is no number of rows.
  if (tensor.shape.length === 0 || (is === 'rows' && tensor.shape.length === 1)) return Number.NaN;
  const [rows, columns] = sizesOf(tensor);
  return is === 'rows' ? rows : columns;
}

/** Which of several names for one size is the plainest: the data first, then what comes of it. */
function rankOf({ is, of }: Quantity): number {
  const name = of.split('.').at(-1) ?? of;
  const at = ['X', 'Y'].indexOf(name);
  return (at < 0 ? 2 : at) * 2 + (is === 'rows' ? 0 : 1);
}

/** A size of an output as what it may be the size of, case by case. */
export function quantitiesOf(
  values: readonly number[],
  given: readonly Named[],
): readonly Quantity[] {
  return fitting(values, quantitiesIn(given), 0);
}

/**
 * What a factor is, out of all that was given: every one that fits, or none where more fit
 * than can be told.
 *
 * @param numbers the factor in each case
 * @param within how near, as a share of its size, it has to come to what it is
 */
export function factorOf(
  numbers: readonly number[],
  given: readonly Named[],
  within: number,
): Factor | null {
  const [first = Number.NaN] = numbers;
  const negative = first < 0;
  if (numbers.some((number) => number < 0 !== negative)) return null;
  const sizes = numbers.map(Math.abs);
  const constant = sizes.every((size) => near(size, Math.abs(first), within));
  const known = quantitiesIn(given);
  for (const inverse of [false, true]) {
    const upright = inverse ? sizes.map((size) => 1 / size) : sizes;
    const [value = Number.NaN] = upright;
    const plain = constant ? PLAIN.find((number) => near(value, number, within)) : undefined;
    const quantities = fitting(upright, known, within);
    if (plain === undefined && quantities.length === 0) continue;
    const whole = plain ?? Math.round(value);
    const snapped = near(value, whole, within) ? whole : rounded(value);
    const size = inverse ? 1 / snapped : snapped;
    return {
      number: constant ? toReal(negative ? -size : size) : null,
      quantities,
      inverse: inverse && quantities.length > 0,
      negative,
    };
  }
  const number = constant ? toReal(rounded(first)) : null;
  return { number, quantities: [], inverse: false, negative };
}

function fitting(
  values: readonly number[],
  known: readonly Valued[],
  within: number,
): readonly Quantity[] {
  const fit = known.filter((each) =>
    each.values.every((value, at) => near(values[at], value, within)),
  );
  return fit.length > MOST_QUANTITIES ? [] : fit.map(({ quantity }) => quantity);
}

function near(one: number | undefined, other: number, within: number): boolean {
  return one !== undefined && Math.abs(one - other) <= within * Math.abs(other);
}

/** To the digits that every machine agrees on. */
function rounded(number: number): number {
  return Number(number.toPrecision(7));
}
