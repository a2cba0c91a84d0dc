/** How near two numbers are for a relation to hold to the last digits, as a share of their size. */
export const EXACT = 1e-9;

/** How near for it to hold nearly. */
export const NEARLY = 1e-6;

/**
 * An entry far below the largest has lost digits to those that cancelled in it, through no
 * fault of the relation: it is measured by this share of the largest at least.
 */
const FLOOR = 1e-2;

/** The size that an entry is measured by. */
export function scaleOf(entry: number, largest: number): number {
  return Math.max(Math.abs(entry), FLOOR * largest);
}

/** The largest magnitude, 0 where there is nothing. */
export function largestOf(entries: readonly number[]): number {
  return entries.reduce((largest, entry) => Math.max(largest, Math.abs(entry)), 0);
}

/** Whether two lists of numbers agree entry by entry, within this share of their size. */
export function agree(
  ones: readonly number[],
  others: readonly number[],
  within: number = EXACT,
): boolean {
  const largest = largestOf(others);
  return (
    ones.length === others.length &&
    ones.every((one, at) => {
      const other = others[at] ?? Number.NaN;
      return Math.abs(one - other) <= within * scaleOf(other, largest);
    })
  );
}

/**
 * Whether numbers can tell one relation from another. Zeros fit every factor, equal numbers
 * fit too many, and small whole numbers (labels, gates, counts) meet by chance.
 */
export function isInformative(entries: readonly number[]): boolean {
  const count = distinct(entries);
  return count >= 3 || (count === 2 && entries.some((entry) => !Number.isInteger(entry)));
}

/** How many magnitudes there are beside 0, of those that stand out from rounding. */
export function distinct(entries: readonly number[]): number {
  const largest = largestOf(entries);
  const sizes = entries
    .map(Math.abs)
    .filter((size) => size > 1e-6 * largest)
    .sort((a, b) => a - b);
  return sizes.filter((size, at) => at === 0 || size - (sizes[at - 1] ?? 0) > 1e-6 * size).length;
}
