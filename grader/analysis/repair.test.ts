import { describe, expect, test } from 'vitest';
import { repairIn } from './repair.ts';

const solution = `export function backward(dZ: Matrix, m: number) {
  // #region solution
  // Divide the sum by the number of examples (m), and by nothing else.
  return columnSums(dZ).div(m);
  // #endregion
}`;

describe('a hint gives the repair away', () => {
  test.each([
    ['where it stands in it', 'Write columnSums(dZ).div(m) here.', 'columnSums ( dZ ) .'],
    ['with other spaces', 'Write columnSums( dZ )\n  .div (m)', 'columnSums ( dZ ) .'],
    ['in part', 'Should there be dZ).div(m) at the end?', 'dZ ) . div ('],
  ])('%s', (_, hint, run) => {
    expect(repairIn(hint, solution)).toBe(run);
  });
});

describe('a hint gives nothing away', () => {
  test.each([
    ['in words', 'Which of the two divides by the number of examples?'],
    ['by a name and a sign', 'Is dZ / m what the loss asks for?'],
    ['with what a comment says', 'Divide the sum by the number of examples (m), and go on.'],
    ['with what the stub shows', 'Look at backward(dZ: Matrix, m: number) once more.'],
    ['when it says nothing', ''],
  ])('%s', (_, hint) => {
    expect(repairIn(hint, solution)).toBeNull();
  });
});
