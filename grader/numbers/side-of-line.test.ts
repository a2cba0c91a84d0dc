import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Place, sideOfLine } from './side-of-line.ts';

const place = (x1: number, x2: number): Place => ({ x1, x2 });
const anyPlace = fc.record({
  x1: fc.double({ min: -1e6, max: 1e6, noNaN: true }),
  x2: fc.double({ min: -1e6, max: 1e6, noNaN: true }),
});

describe('a place beside the line from the origin to (1, 1)', () => {
  test.each<[string, Place, number]>([
    ['above lies to the left', place(0, 1), 1],
    ['below lies to the right', place(1, 0), -1],
    ['further along lies on it', place(7, 7), 0],
    ['further back lies on it', place(-3, -3), 0],
  ])('%s', (_, where, side) => {
    expect(sideOfLine(place(0, 0), place(1, 1), where)).toBe(side);
  });
});

describe('where rounding would decide otherwise', () => {
  test('a place that is off by the last bit is off', () => {
    const [from, to] = [place(0.5, 0.5), place(12, 12)];
    expect(sideOfLine(from, to, place(24, 24 + 2 ** -48))).toBe(1);
    expect(sideOfLine(from, to, place(24, 24 - 2 ** -48))).toBe(-1);
    expect(sideOfLine(from, to, place(24, 24))).toBe(0);
  });

  test('tenths are the doubles that they are, and 0.3 is not three times 0.1', () => {
    expect(sideOfLine(place(0, 0), place(0.1, 1), place(0.3, 3))).toBe(1);
  });

  test('products that are too small for a double are not nothing', () => {
    const tiny = Number.MIN_VALUE;
    expect(sideOfLine(place(0, 0), place(tiny, 0), place(0, tiny))).toBe(1);
  });
});

test('three places lie the same way round from whichever one begins', () => {
  fc.assert(
    fc.property(anyPlace, anyPlace, anyPlace, (a, b, c) => {
      expect(sideOfLine(b, c, a)).toBe(sideOfLine(a, b, c));
      expect(sideOfLine(b, a, c)).toBe(0 - sideOfLine(a, b, c) + 0);
    }),
  );
});
