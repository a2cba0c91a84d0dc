import { describe, expect, test } from 'vitest';
import type { Compared } from './data.ts';
import { heatMapView } from './heat-map.ts';

const compared = (given: Partial<Compared> = {}): Compared => ({
  rows: 2,
  columns: 2,
  from: { row: 0, column: 0 },
  cut: false,
  yours: [1, -2, 0.5, 'NaN'],
  expected: [1, 2, 0.5, 0],
  wrong: [false, true, false, true],
  ...given,
});

const view = (given: Partial<Compared> = {}) => heatMapView(compared(given), 'dW1');
const fills = (drawn: ReturnType<typeof view>, map: number) =>
  drawn.maps[map]?.shapes.flatMap(({ fill }) => fill ?? []);
const styles = (drawn: ReturnType<typeof view>, map: number) =>
  drawn.maps[map]?.shapes.map(({ style }) => style);

describe('a heat map', () => {
  test('shows yours, what was expected, and the difference', () => {
    expect(view().maps.map(({ title }) => title)).toEqual([
      'Your dW1',
      'Expected dW1',
      'Difference of dW1: yours minus expected',
    ]);
  });

  test('is not said to be yours twice', () => {
    const drawn = heatMapView(compared(), 'your output');
    expect(drawn.title).toBe('Your output, entry by entry');
    expect(drawn.maps[0]?.title).toBe('Your output');
  });

  test('shows yours alone where the rest is secret', () => {
    const drawn = view({ expected: null });
    expect(drawn.maps).toHaveLength(1);
    expect(drawn.tables).toHaveLength(1);
    expect(styles(drawn, 0)).toContain('cross');
  });

  test('has the same colour for the same number in both, and opposite ones for -2 and 2', () => {
    const drawn = view();
    const [yours = [], expected = []] = [fills(drawn, 0), fills(drawn, 1)];
    expect(yours.filter((fill) => expected.includes(fill))).toHaveLength(2);
    expect(drawn.legend[0]?.text).toBe('yours and expected: from -2 (red) over 0 to 2 (blue)');
  });

  test('crosses what is wrong, and hatches what is not finite', () => {
    const drawn = view();
    expect(styles(drawn, 0)).toContain('strange');
    expect(styles(drawn, 2)?.slice(-2)).toEqual(['cross-ground', 'cross']);
    expect(drawn.legend.slice(-2).map(({ text }) => text)).toEqual([
      'outside the tolerance',
      'no finite number (NaN, Infinity)',
    ]);
  });

  test('crosses what is wrong once: in yours only where there is no difference', () => {
    expect(styles(view(), 0)).not.toContain('cross');
    expect(styles(view({ expected: null }), 0)).toContain('cross');
  });

  test('leaves the difference blank inside the tolerance, and says so', () => {
    const drawn = view();
    expect(fills(drawn, 2)).toHaveLength(1);
    expect(drawn.notes).toContain(
      'In the difference, entries inside the tolerance are left blank.',
    );
  });

  test('says how much is wrong', () => {
    expect(view().notes[0]).toBe('2 of 4 entries shown are outside the tolerance.');
    expect(view({ wrong: [false, false, false, false] }).notes[0]).toBe(
      'Every entry shown is inside the tolerance.',
    );
  });

  test('says which part it shows of something larger, and counts from there', () => {
    const drawn = view({ cut: true, from: { row: 3, column: 96 } });
    expect(drawn.notes.at(-1)).toBe('This is only a part of it: rows 3 to 4 and columns 96 to 97.');
    expect(drawn.maps[0]?.grid.columns.map(({ label }) => label)).toEqual(['96', '97']);
    expect(drawn.tables[0]?.columns).toEqual(['96', '97']);
    expect(drawn.tables[0]?.rows.map(({ head }) => head)).toEqual(['3', '4']);
  });

  test('says its numbers in words, the wrong ones with their place', () => {
    expect(view().maps[0]?.description).toBe(
      'Drawn is a 2 x 2 matrix, from -2 to 1. One entry is not finite. Outside the tolerance: dW1.get(0, 1) is -2 and dW1.get(1, 1) is NaN.',
    );
  });

  test('says of the difference by how much', () => {
    expect(view().maps[2]?.description).toContain('dW1.get(0, 1) is off by -4');
  });

  test('writes only every second or third index of many narrow columns', () => {
    const list = Array<number>(24).fill(1);
    const drawn = view({ rows: 1, columns: 24, yours: list, expected: list, wrong: [] });
    const labels = drawn.maps[0]?.grid.columns.map(({ label }) => label) ?? [];
    expect(labels.slice(0, 4)).toEqual(['0', '', '', '3']);
    expect(drawn.maps[0]?.grid.fullWidth).toBeLessThan(263);
  });

  test('marks what is wrong in its tables', () => {
    const [yours, expected, difference] = view().tables;
    expect(yours?.rows.map(({ cells }) => cells)).toEqual([
      ['1', '-2 ✘'],
      ['0.5', 'NaN ✘'],
    ]);
    expect(expected?.rows[0]?.cells).toEqual(['1', '2']);
    expect(difference?.rows[0]?.cells).toEqual(['0', '-4 ✘']);
  });
});
