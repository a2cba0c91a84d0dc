import { describe, expect, test } from 'vitest';
import type { Item } from './item.ts';
import { itemsView } from './items-view.ts';

const item = (own: Partial<Item> = {}): Item => ({
  title: 'Z agrees',
  counts: { pass: 12, fail: 4, error: 0, skip: 0 },
  passRate: 0.75,
  discrimination: 0.4,
  commonest: { reason: 'threw', count: 3 },
  ...own,
});

const group = (...items: readonly Item[]) => ({
  slug: '01-first',
  title: 'First',
  present: 16,
  right: 9,
  mean: 81.25,
  items,
});

const flagsOf = (own: Partial<Item>) =>
  itemsView([group(item(own))], 16).flagged.map(({ flag }) => flag);
const rowOf = (own: Partial<Item>) => itemsView([group(item(own))], 16).groups[0]?.rows[0];

describe('a check is flagged', () => {
  test('where nobody passes', () => {
    expect(
      flagsOf({
        counts: { pass: 0, fail: 9, error: 0, skip: 7 },
        passRate: 0,
        discrimination: 'too-few',
      }),
    ).toEqual([
      'Nobody passes: 9 of 9 that were judged do not; most often: it stops with an error.',
    ]);
  });

  test('where discrimination is negative', () => {
    expect(flagsOf({ discrimination: -0.123 })).toEqual([
      'Discrimination is −0.12: those who do better elsewhere tend to fail here.',
    ]);
  });

  test.each([
    ['it does its work', {}],
    ['discrimination is as good as none', { discrimination: -0.004 }],
    ['one alone was judged', { counts: { pass: 0, fail: 1, error: 0, skip: 0 }, passRate: 0 }],
    ['nobody was judged', { counts: { pass: 0, fail: 0, error: 2, skip: 1 }, passRate: null }],
  ])('and not where %s', (_, own) => {
    expect(flagsOf(own)).toEqual([]);
  });
});

describe('a row says', () => {
  test('the numbers', () => {
    expect(rowOf({})).toMatchObject({
      rate: '75 %',
      bar: 75,
      discrimination: '0.40',
      none: null,
      reason: 'it stops with an error (3)',
    });
  });

  test.each([
    ['too-few', 'too few submissions to tell'],
    ['same-here', 'the same for everyone'],
    ['same-elsewhere', 'everyone has the same elsewhere'],
  ] as const)('in words why discrimination is none: %s', (discrimination, none) => {
    expect(rowOf({ discrimination })).toMatchObject({ discrimination: null, none });
  });

  test('no sign where discrimination is rounded to nothing', () => {
    expect(rowOf({ discrimination: -0.001 })?.discrimination).toBe('0.00');
  });
});

describe('an exercise says', () => {
  test('how it went as a whole', () => {
    expect(itemsView([group(item(), item())], 20).groups[0]?.words).toBe(
      'mean 81.3 %, all right in 9 of 16, not in 4 submissions, 2 checks',
    );
  });

  test('how many checks are to be looked at', () => {
    expect(itemsView([group(item({ discrimination: -1 }), item())], 16).groups[0]?.words).toMatch(
      /1 to look at$/,
    );
  });
});

test.each([
  [16, true],
  [9, false],
])('that no check stands out is said of enough submissions: %d', (size, said) => {
  expect(itemsView([group(item())], size).unremarkable).toBe(said);
});
