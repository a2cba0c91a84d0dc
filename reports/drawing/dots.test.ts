import { describe, expect, test } from 'vitest';
import type { Dots } from './data.ts';
import { dotsView } from './dots.ts';

type Dot = Dots['dots'][number];
const dot = (name: string, yours: Dot['yours'], reference: Dot['reference'] = null): Dot => ({
  name,
  yours,
  reference,
});

const view = (dots: readonly Dot[], given: Partial<Dots> = {}) =>
  dotsView({
    draw: 'dots',
    title: 'Errors',
    words: 'Left is better.',
    axis: { label: 'relative error', scale: 'logarithmic' },
    shows: 'errors',
    limit: null,
    dots,
    ...given,
  });

const limit = { at: 1e-4, words: 'allowed' };
const styles = ({ shapes }: ReturnType<typeof view>) => shapes.map(({ style }) => style);

describe('a dot plot', () => {
  test('says its numbers in words', () => {
    expect(view([dot('dW1', 1e-7, 2e-7), dot('db1', 0.5)]).description).toBe(
      'Yours, as relative error: dW1 1e-7 (the reference 2e-7) and db1 0.5.',
    );
  });

  test('says no more than six of them, and leaves the rest to the table', () => {
    const drawn = view(Array.from({ length: 9 }, (_, at) => dot(`W${at}`, 1)));
    expect(drawn.description).toMatch(/W5 1 and 3 more in the table\.$/);
    expect(drawn.numbers.rows).toHaveLength(9);
  });

  test('has one row for each name, and cuts long names', () => {
    const drawn = view([dot('W1', 1), dot('a name that goes on and on', 1)]);
    expect(drawn.rows.map(({ name }) => name)).toEqual(['W1', 'a name that goe…']);
    expect(drawn.numbers.rows[1]?.head).toBe('a name that goes on and on');
  });

  test('draws the reference under yours', () => {
    expect(styles(view([dot('W1', 1, 2)]))).toEqual(['mark reference', 'mark yours-1']);
  });

  test('has no column for a reference that is not there', () => {
    expect(view([dot('W1', 1)]).numbers.columns).toEqual(['yours']);
    expect(view([dot('W1', 1, 1), dot('W2', 1)]).numbers.rows[1]?.cells).toEqual(['1', '–']);
  });

  test('without anything to show remains a picture', () => {
    expect(view([]).description).toBe('There are no numbers to show.');
  });
});

describe('a limit', () => {
  const drawn = view([dot('dW1', 1e-7), dot('dW2', 1e-2), dot('dW3', 'NaN')], { limit });

  test('is a line with its words', () => {
    expect(drawn.limit?.words).toBe('allowed 0.0001');
  });

  test('has what is beyond it crossed and coloured, NaN too', () => {
    expect(styles(drawn)).toEqual(['mark yours-1', 'mark beyond', 'cross beyond']);
    expect(drawn.shapes.at(-1)?.d.match(/M/g)).toHaveLength(4);
    expect(drawn.signs.map(({ style }) => style)).toEqual(['sign beyond']);
  });

  test('is said to be kept or not', () => {
    expect(drawn.notes).toEqual(['2 of 3 are beyond the line at 0.0001 (allowed): dW2 and dW3.']);
    expect(view([dot('dW1', 1e-7)], { limit }).notes).toEqual([
      'None is beyond the line at 0.0001 (allowed).',
    ]);
  });
});

describe('a number without a place on the axis stands at an edge with its word', () => {
  test.each([
    [0, '0', 'start'],
    [-0.5, '-0.5', 'start'],
    ['NaN', 'NaN', 'end'],
    ['Infinity', '∞', 'end'],
    ['-Infinity', '-∞', 'start'],
  ] as const)('as %s does', (yours, words, anchor) => {
    const drawn = view([dot('W1', 1e-3), dot('W2', yours)]);
    expect(drawn.edgeWords).toMatchObject([{ words, anchor }]);
    expect(drawn.signs).toHaveLength(1);
  });

  test('as what is far too large does, on a linear axis', () => {
    const axis = { label: 'norm', scale: 'linear' } as const;
    const drawn = view([dot('W1', 1e9, 1), dot('W2', 3, 2)], { axis });
    expect(drawn.edgeWords.map(({ words }) => words)).toEqual(['1e+9']);
  });

  test('but not what only lies far from two references that agree', () => {
    const axis = { label: 'accuracy', scale: 'linear' } as const;
    expect(view([dot('a', 0.5, 0.98), dot('b', 0.9, 0.97)], { axis }).edgeWords).toEqual([]);
  });
});
