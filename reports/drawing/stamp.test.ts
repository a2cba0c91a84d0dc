import { symbolCircle, symbolSquare, symbolTriangle } from 'd3-shape';
import { describe, expect, test } from 'vitest';
import { stamped } from './stamp.ts';

describe('a symbol at many places', () => {
  test('is one path', () => {
    expect(
      stamped(symbolSquare, 16, [
        { x: 10, y: 20 },
        { x: 30, y: 40 },
      ]),
    ).toBe('M8,18h4v4h-4ZM28,38h4v4h-4Z');
  });

  test.each([
    [symbolCircle, 'M11,0A4,4,0,1,1,3,0A4,4,0,1,1,11,0'],
    [symbolTriangle, 'M7,-6.2L12.4,3.1L1.6,3.1Z'],
  ])('is moved as a whole', (type, path) => {
    expect(stamped(type, 50, [{ x: 7, y: 0 }])).toBe(path);
  });

  test('is nothing without places', () => {
    expect(stamped(symbolCircle, 50, [])).toBe('');
  });
});
