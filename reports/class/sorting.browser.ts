import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sumPoints, thousandths } from '../../grader/contract/identity.ts';
import { hasBrowser, openBrowser, show } from '../../grader/testing/browser.ts';
import { exerciseResult, resultOf, SECOND } from '../../grader/testing/documents.ts';
import { type ClassMember, renderClass } from './page.ts';

/** A member with points in the first exercise and, where there are any, in the second. */
const member = (submission: string, ...earned: readonly number[]): ClassMember => {
  const exercises = earned.map((amount, nth) =>
    exerciseResult({
      ...(nth === 0 ? {} : { slug: SECOND, title: 'Second' }),
      points: { earned: thousandths(amount), possible: thousandths(10) },
    }),
  );
  const points = {
    earned: sumPoints(exercises.map((each) => each.points.earned)),
    possible: thousandths(20),
  };
  return { result: resultOf(exercises, { submission, points }), page: null, instructorPage: null };
};

const page = renderClass(
  [member('ada', 9, 3), member('bob', 10), member('cleo', 2, 10), member('dan', 9, 2)],
  { title: 'Autumn' },
);

describe.skipIf(!hasBrowser)('a click on the head of a column', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  const namesIn = (shown: Page) => shown.locator('#roll tbody th').allTextContents();

  test.each([
    ['Total', 1, ['bob', 'dan', 'ada', 'cleo'], 'ascending'],
    ['Total', 2, ['ada', 'cleo', 'dan', 'bob'], 'descending'],
    ['Submission', 1, ['dan', 'cleo', 'bob', 'ada'], 'descending'],
    ['01 First', 1, ['cleo', 'ada', 'dan', 'bob'], 'ascending'],
    ['02 Second', 1, ['dan', 'ada', 'cleo', 'bob'], 'ascending'],
    ['02 Second', 2, ['cleo', 'ada', 'dan', 'bob'], 'descending'],
  ] as const)('sorts by it: %s, %d times', async (name, times, names, direction) => {
    const { page: shown, complaints, close } = await show(browser, page);
    const button = shown.getByRole('button', { name });
    for (let pressed = 0; pressed < times; pressed += 1) await button.press('Enter');
    const sorted = shown.locator('#roll [aria-sort]');
    const said = {
      names: await namesIn(shown),
      heads: await sorted.allTextContents(),
      direction: await sorted.getAttribute('aria-sort'),
      told: await shown.getByRole('status').textContent(),
    };
    await close();
    expect(said).toEqual({
      names,
      heads: [name],
      direction,
      told: `Sorted by ${name}, ${direction}.`,
    });
    expect(complaints).toEqual([]);
  });

  test('is not offered where there is no script', async () => {
    const { page: shown, close } = await show(browser, page, { javaScriptEnabled: false });
    const [names, buttons] = [await namesIn(shown), await shown.getByRole('button').count()];
    await close();
    expect(names).toEqual(['ada', 'bob', 'cleo', 'dan']);
    expect(buttons).toBe(0);
  });
});
