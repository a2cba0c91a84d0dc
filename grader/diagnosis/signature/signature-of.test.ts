import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Signature } from '../../contract/signature.ts';
import type { Tensor } from '../../contract/value.ts';
import { among, chance, compared, mapped, scalar, turned } from '../../testing/signatures.ts';
import { signaturesOf } from './signature-of.ts';

const seed = fc.integer({ min: 1, max: 2 ** 30 });
const sizes = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }));

/** Two cases with what a backward pass is given. */
const surroundings = (base: number, rows: number, columns: number) =>
  among(
    [0, 1].map((at) => ({
      X: chance(base + at, 7, 3),
      W1: chance(base + 10 + at, rows, columns),
      b1: chance(base + 20 + at, 1, columns),
      learningRate: scalar(0.35 + at / 10),
    })),
    [0, 1].map((at) => ({ db1: chance(base + 30 + at, rows, columns) })),
  );

const dueOf = (base: number, rows: number, columns: number) =>
  [50, 51].map((at) => chance(base + at, rows, columns));

const found = (
  base: number,
  [rows, columns]: readonly [number, number],
  spoil: (due: Tensor, at: number) => Tensor,
): readonly Signature[] => {
  const cases = dueOf(base, rows, columns).map((due, at) => [spoil(due, at), due] as const);
  return signaturesOf(compared(...cases), surroundings(base, rows, columns));
};

const kindsIn = (signatures: readonly Signature[]) => signatures.map(({ kind }) => kind);

describe('numbers that chance made', () => {
  test('look like nothing', () => {
    fc.assert(
      fc.property(seed, sizes, (base, [rows, columns]) => {
        const spoil = (_: Tensor, at: number) => chance(base + 90 + at, rows, columns);
        expect(found(base, [rows, columns], spoil)).toEqual([]);
      }),
    );
  });

  test('look like a wrong shape at most, where they have one', () => {
    fc.assert(
      fc.property(seed, sizes, sizes, (base, due, yours) => {
        const spoil = (_: Tensor, at: number) => chance(base + 90 + at, ...yours);
        for (const kind of kindsIn(found(base, due, spoil))) expect(kind).toBe('shape');
      }),
    );
  });

  test('look like nothing also where they are labels', () => {
    fc.assert(
      fc.property(seed, (base) => {
        const label = (tensor: Tensor) => mapped(tensor, (entry) => (entry > 0.6 ? 1 : 0));
        const cases = [0, 1].map(
          (at) => [label(chance(base + at, 7, 1)), label(chance(base + 5 + at, 7, 1))] as const,
        );
        const all = compared(...cases);
        const signatures = signaturesOf(all, surroundings(base, 7, 1));
        const isEmpty = cases.every(([yours]) => yours.data.every((entry) => entry === 0));
        if (!isEmpty) expect(signatures).toEqual([]);
      }),
    );
  });
});

test('a right answer looks like nothing', () => {
  fc.assert(
    fc.property(seed, sizes, (base, size) => {
      expect(found(base, size, (due) => due)).toEqual([]);
    }),
  );
});

const large = fc.tuple(fc.integer({ min: 3, max: 6 }), fc.integer({ min: 4, max: 6 }));

test.each<[Signature['kind'], (due: Tensor, at: number, base: number) => Tensor]>([
  ['ratio', (due) => mapped(due, (entry) => 7 * entry)],
  ['ratio', (due) => mapped(due, (entry) => -entry)],
  ['ratio', (due, at) => mapped(due, (entry) => entry * (0.35 + at / 10))],
  ['zero', (due) => mapped(due, () => 0)],
  [
    'difference',
    (due, at, base) => {
      const W = chance(base + 10 + at, due.shape[0] ?? 0, due.shape[1] ?? 0);
      return mapped(due, (entry, place) => entry + 0.3 * (W.data[place] ?? Number.NaN));
    },
  ],
  ['same-as', (due, at, base) => chance(base + 10 + at, due.shape[0] ?? 0, due.shape[1] ?? 0)],
])('a planted %s is found and nothing else', (kind, spoil) => {
  fc.assert(
    fc.property(seed, large, (base, size) => {
      expect(kindsIn(found(base, size, (due, at) => spoil(due, at, base)))).toEqual([kind]);
    }),
  );
});

test('a planted transpose is found wherever it is wrong', () => {
  fc.assert(
    fc.property(seed, large, (base, size) => {
      expect(kindsIn(found(base, size, turned))).toEqual(['transposed']);
    }),
  );
});

test('what is found does not depend on the sign of all numbers', () => {
  fc.assert(
    fc.property(seed, large, fc.constantFrom(7, -1, 0.5, 0.318), (base, size, factor) => {
      const negated = (tensor: Tensor) => mapped(tensor, (entry) => -entry);
      const cases = dueOf(base, ...size).map(
        (due) => [mapped(due, (entry) => factor * entry), due] as const,
      );
      const [one, other] = [cases, cases.map(([a, b]) => [negated(a), negated(b)] as const)].map(
        (each) => signaturesOf(compared(...each), surroundings(base, ...size)),
      );
      expect(one).toEqual(other);
    }),
  );
});

test('what is found does not depend on the order of rows', () => {
  fc.assert(
    fc.property(seed, large, fc.constantFrom(7, -1, 0.5, 0.318), (base, size, factor) => {
      const [rows, columns] = size;
      const reversed = ({ shape, data }: Tensor): Tensor => ({
        shape,
        data: Array.from({ length: rows }, (_, row) =>
          data.slice((rows - 1 - row) * columns, (rows - row) * columns),
        ).flat(),
      });
      const cases = dueOf(base, ...size).map(
        (due) => [mapped(due, (entry) => factor * entry), due] as const,
      );
      const [one, other] = [cases, cases.map(([a, b]) => [reversed(a), reversed(b)] as const)].map(
        (each) => signaturesOf(compared(...each), surroundings(base, ...size)),
      );
      expect(one).toEqual(other);
    }),
  );
});

test('where more than two explanations fit, none is told', () => {
  // Z is negative in the whole last row, which W is a multiple of as well.
  const due = mapped(chance(1, 3, 6), Math.abs);
  const W = mapped(due, (entry, at) => (at >= 12 ? -entry : 0));
  const yours = mapped(due, (entry, at) => (at >= 12 ? 0 : entry));
  expect(signaturesOf(compared([yours, due]), among([{ W }]))).toEqual([]);
});
