import fc from 'fast-check';
import { expect, test } from 'vitest';
import { milli } from '../testing/grades.ts';
import { counted } from './drop.ts';

const pointsOf = (...pairs: readonly (readonly [earned: number, possible: number])[]) =>
  pairs.map(([earned, possible]) => ({ earned: milli(earned), possible: milli(possible) }));

test('of exercises that are worth the same, the lowest is dropped', () => {
  expect(counted(pointsOf([9, 10], [2, 10], [5, 10]), 1).dropped).toEqual([1]);
});

test('of equals, the last is dropped', () => {
  expect(counted(pointsOf([5, 10], [5, 10], [5, 10]), 1).dropped).toEqual([2]);
});

test('of others, the one is dropped without which the rest is the largest share', () => {
  // Nothing of one point is the lowest share, but half of a hundred is what costs most.
  expect(counted(pointsOf([100, 100], [50, 100], [0, 1]), 1).dropped).toEqual([1]);
});

test('one exercise is counted always', () => {
  expect(counted(pointsOf([0, 10], [4, 10]), 9)).toMatchObject({ earned: 4n, dropped: [0] });
});

test('what is worth nothing is not what is dropped', () => {
  expect(counted(pointsOf([0, 0], [4, 10], [9, 10]), 1).dropped).toEqual([1]);
});

test.each([[[]], [[[0, 0]]]] as const)('nothing is dropped of %j', (pairs) => {
  expect(counted(pointsOf(...pairs), 2).dropped).toEqual([]);
});

test('no other choice would leave a larger share', () => {
  const one = fc.record({ possible: fc.integer({ min: 1, max: 30 }), lost: fc.nat(30) });
  const property = fc.property(
    fc.array(one, { minLength: 1, maxLength: 7 }),
    fc.nat(6),
    (made, drop) => {
      const points = pointsOf(
        ...made.map(({ possible, lost }) => [Math.max(0, possible - lost), possible] as const),
      );
      const found = counted(points, drop);
      const size = Math.max(1, points.length - drop);
      for (let choice = 0; choice < 2 ** points.length; choice++) {
        const kept = points.filter((_, nth) => (choice >> nth) % 2 === 1);
        if (kept.length !== size) continue;
        const earned = kept.reduce((all, each) => all + each.earned, 0);
        const possible = kept.reduce((all, each) => all + each.possible, 0);
        expect(found.earned * BigInt(possible) >= BigInt(earned) * found.possible).toBe(true);
      }
      expect(found.dropped).toHaveLength(points.length - size);
    },
  );
  fc.assert(property);
});
