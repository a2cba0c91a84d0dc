/** A place of the plane. */
export interface Place {
  readonly x1: number;
  readonly x2: number;
}

/** Rounding takes no more than this share from the sum of the two products (Shewchuk, 1997). */
const ROUNDING = 4 * Number.EPSILON;

/** Products below lose digits that the share does not count. */
const LEAST_SURE = 1e-290;

/** Doubles are whole multiples of 2 to the power of minus this. */
const SMALLEST_POWER = 1074;

/**
 * On which side of the line from `from` to `to` a place lies: 1 to the left, -1 to the
 * right, 0 on it. Exact for all finite coordinates, so that three points in a row are
 * three points in a row.
 */
export function sideOfLine(from: Place, to: Place, place: Place): -1 | 0 | 1 {
  const one = (to.x1 - from.x1) * (place.x2 - from.x2);
  const other = (to.x2 - from.x2) * (place.x1 - from.x1);
  const unsure = Math.max(LEAST_SURE, ROUNDING * (Math.abs(one) + Math.abs(other)));
  const difference = one - other;
  if (difference > unsure) return 1;
  if (difference < -unsure) return -1;
  return exactSide(from, to, place);
}

function exactSide(from: Place, to: Place, place: Place): -1 | 0 | 1 {
  const [x, y] = [whole(from.x1), whole(from.x2)];
  const one = (whole(to.x1) - x) * (whole(place.x2) - y);
  const other = (whole(to.x2) - y) * (whole(place.x1) - x);
  if (one === other) return 0;
  return one > other ? 1 : -1;
}

/** A double in units of the smallest there is: all of them are whole then. */
function whole(float: number): bigint {
  let digits = float;
  let power = 0;
  while (!Number.isInteger(digits)) {
    digits *= 2;
    power += 1;
  }
  return BigInt(digits) << BigInt(SMALLEST_POWER - power);
}
