import { describe, expect, test } from 'vitest';
import { toReal } from '../../grader/contract/value.ts';
import { curvesView } from './curves.ts';
import type { Curve, Curves } from './data.ts';

const curve = (ys: readonly number[], whose: Curve['whose'] = 'yours', name = 'loss'): Curve => ({
  name,
  whose,
  points: ys.map((y, x) => ({ x, y: toReal(y) })),
});

const view = (curves: readonly Curve[], scale: Curves['y']['scale'] = 'linear') =>
  curvesView({
    draw: 'curves',
    title: 'The loss over the steps',
    words: 'It falls.',
    x: { label: 'step', scale: 'linear' },
    y: { label: 'loss', scale },
    curves,
  });

const falling = [0.7, 0.5, 0.3, 0.2];
const styles = ({ shapes }: ReturnType<typeof view>) => shapes.map(({ style }) => style);
const legend = (drawn: ReturnType<typeof view>) => drawn.legend.map(({ text }) => text);

describe('a picture of curves', () => {
  test('says in words how each goes, with its numbers', () => {
    expect(view([curve(falling), curve([0.7, 0.4, 0.1, 0.05], 'reference')]).description).toBe(
      'Your loss starts at 0.7 (step 0) and ends at 0.2 (step 3). The loss of the reference starts at 0.7 (step 0) and ends at 0.05 (step 3).',
    );
  });

  test('says how far a curve goes between its ends', () => {
    expect(view([curve([0.5, 2, 0.1, 0.2])]).description).toContain(
      'Its numbers lie between 0.1 and 2.',
    );
  });

  test('says that a curve does not change', () => {
    expect(view([curve([0.5, 0.5])]).description).toBe(
      'Your loss is 0.5 everywhere, from step 0 to step 1.',
    );
  });

  test('draws the reference over yours, in other classes', () => {
    const drawn = view([curve([1, 2], 'reference'), curve([2, 1])]);
    expect(styles(drawn)).toEqual(['curve yours-1', 'curve reference']);
    expect(drawn.notes).toEqual([]);
  });

  test('marks several curves of yours, and each reference like the one it belongs to', () => {
    const drawn = view([
      curve([1, 2], 'yours', 'tanh'),
      curve([3, 2], 'yours', 'ReLU'),
      curve([3, 2], 'reference', 'ReLU'),
    ]);
    const marks = drawn.shapes.filter(({ style }) => style.startsWith('mark'));
    expect(marks.map(({ style }) => style)).toEqual([
      'mark yours-1',
      'mark yours-2',
      'mark reference',
    ]);
    expect(marks[1]?.d).toBe(marks[2]?.d);
    expect(marks[0]?.d).not.toBe(marks[1]?.d);
  });

  test('names each curve with its last number in the legend', () => {
    expect(legend(view([curve(falling), curve([1, 0.5], 'reference')]))).toEqual([
      'your loss, ends at 0.2',
      'the loss of the reference, ends at 0.5',
    ]);
  });
});

describe('what a line cannot show is said', () => {
  test('from where on there is no finite number, with a sign at the last', () => {
    const drawn = view([curve([1, 0.9, Number.NaN, Number.NaN])]);
    expect(drawn.notes).toEqual([
      'From step 2 on, your loss is no longer a finite number but NaN.',
    ]);
    expect(drawn.signs).toHaveLength(1);
    expect(legend(drawn)).toContain('the next number is not finite');
    expect(drawn.description).toContain(drawn.notes[0]);
  });

  test('where there is a gap', () => {
    const drawn = view([curve([1, 0.9, Number.POSITIVE_INFINITY, 0.8, 0.7])]);
    expect(drawn.notes[0]).toMatch(/^Your loss is Infinity at step 2: .* gap\.$/);
    expect(drawn.shapes[0]?.d.match(/M/g)).toHaveLength(2);
  });

  test('that nothing is finite', () => {
    expect(view([curve([Number.NaN, Number.NaN])]).notes).toEqual([
      'Your loss is not a finite number anywhere: it begins with NaN.',
    ]);
  });

  test('where it leaves the picture, and how far it goes', () => {
    const drawn = view([curve([0.7, 3, 900]), curve([0.7, 0.4, 0.2], 'reference')]);
    expect(drawn.notes).toEqual(['Your loss leaves the picture at step 1 and goes as far as 900.']);
    expect(drawn.plot.y.ticks.at(-1)?.label).toBe('1.2');
    expect(drawn.signs).toHaveLength(1);
  });

  test('what has no place on a logarithmic axis', () => {
    expect(view([curve([1, 0, 0.1])], 'logarithmic').notes).toEqual([
      'Your loss is 0 at step 1, which has no place on a logarithmic axis: there its line has a gap.',
    ]);
  });
});

describe('a curve of few points', () => {
  test('is a dot where it has one', () => {
    const drawn = view([curve([0.5])]);
    expect(styles(drawn)).toContain('mark yours-1');
    expect(drawn.description).toBe('Your loss is 0.5 (step 0).');
  });

  test('is nothing but its name where it has none', () => {
    const drawn = view([curve([])]);
    expect(drawn.shapes).toEqual([]);
    expect(drawn.description).toBe('Your loss has no points.');
    expect(view([]).shapes).toEqual([]);
  });
});

describe('the numbers behind curves', () => {
  test('are at most twelve rows with the first and the last', () => {
    const { numbers } = view([curve(Array.from({ length: 100 }, (_, at) => at / 10))]);
    expect(numbers.rows).toHaveLength(12);
    expect(numbers.rows[0]).toEqual({ head: '0', cells: ['0'] });
    expect(numbers.rows.at(-1)).toEqual({ head: '99', cells: ['9.9'] });
  });

  test('leave a dash where a curve has no point', () => {
    const { numbers } = view([curve([1]), curve([1, 2], 'reference')]);
    expect(numbers.columns).toEqual(['your loss', 'the loss of the reference']);
    expect(numbers.rows[1]?.cells).toEqual(['–', '2']);
  });
});
