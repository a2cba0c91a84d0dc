import axe from 'axe-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasBrowser, inBrowser, openBrowser, show, unfold } from '../../grader/testing/browser.ts';
import { pages } from '../../grader/testing/pages.ts';

// Who does not see well, or has no mouse, meets the same pages.

const WIDTHS = [320, 1280] as const;
const SCHEMES = ['light', 'dark'] as const;

describe.skipIf(!hasBrowser)(`access ${inBrowser}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  const views = pages.flatMap(([name, text]) =>
    WIDTHS.flatMap((width) => SCHEMES.map((scheme) => [name, width, scheme, text] as const)),
  );

  describe('says nothing on the console and has nothing that keeps anyone out', () => {
    test.each(views)('%s, %d px wide, %s', async (_, width, colorScheme, text) => {
      const viewport = { width, height: 900 };
      const shown = await show(browser, text, { viewport, colorScheme });
      await unfold(shown.page);
      await shown.page.evaluate(axe.source);
      const violations = await shown.page.evaluate(async () => {
        const { axe: checker } = globalThis as unknown as { axe: typeof import('axe-core') };
        const found = await checker.run(document, {
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        });
        return found.violations.flatMap(({ id, nodes }) =>
          nodes.map(
            ({ html: place, any }) => `${id}: ${place.slice(0, 200)} ${any[0]?.message ?? ''}`,
          ),
        );
      });
      const { complaints } = shown;
      await shown.close();
      expect({ violations, complaints }).toEqual({ violations: [], complaints: [] });
    });
  });

  test.each(pages)('the keyboard reaches every control of %s', async (_, text) => {
    const shown = await show(browser, text);
    await unfold(shown.page);
    const all = await shown.page.evaluate(() => {
      const controls = document.querySelectorAll('a[href], summary, button, input, [tabindex="0"]');
      controls.forEach((control, nth) => {
        control.setAttribute('data-nth', String(nth));
      });
      return controls.length;
    });
    const reached = new Set<string>();
    for (let pressed = 0; pressed < all + 5; pressed += 1) {
      await shown.page.keyboard.press('Tab');
      const nth = await shown.page.evaluate(
        () => document.activeElement?.getAttribute('data-nth') ?? null,
      );
      if (nth !== null) reached.add(nth);
    }
    await shown.close();
    expect(reached.size).toBe(all);
  });
});
