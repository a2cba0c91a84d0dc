import { expect, test } from 'vitest';
import { judgedCase } from '../testing/documents.ts';
import { number, numbers, record } from '../testing/values.ts';
import { kind } from './dots.ts';

const SETTINGS = {
  axis: { label: 'accuracy' },
  values: { 'accuracy.0': '2-6-1', 'accuracy.1': '2-8-1' },
};

test('each number is drawn beside that of the reference', () => {
  const returned = record({ accuracy: numbers(0.5, 1) });
  const expected = record({ accuracy: numbers(0.75, 1) });
  expect(kind.paint(SETTINGS, [judgedCase({ returned, expected })])).toEqual({
    draw: 'dots',
    axis: { label: 'accuracy', scale: 'linear' },
    shows: 'outputs',
    dots: [
      { name: '2-6-1', yours: 0.5, reference: 0.75 },
      { name: '2-8-1', yours: 1, reference: 1 },
    ],
    limit: null,
  });
});

test('a number that did not come back is left out', () => {
  const returned = record({ accuracy: numbers(0.5) });
  expect(kind.paint(SETTINGS, [judgedCase({ returned })])).toMatchObject({
    dots: [{ name: '2-6-1', yours: 0.5, reference: null }],
  });
});

test('nothing is drawn where no number came back', () => {
  expect(kind.paint(SETTINGS, [judgedCase({ returned: record({ loss: number(1) }) })])).toBeNull();
});
