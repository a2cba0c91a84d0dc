import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserProgram, hasBrowser, openBrowser, show } from '../../grader/testing/browser.ts';
import { golden } from '../../grader/testing/golden.ts';
import { HOSTILE_WORDS } from '../../grader/testing/hostile-words.ts';
import { eventful, freeTexts, saying } from '../../grader/testing/reasons.ts';
import { renderClass } from '../class/page.ts';
import { report as html } from '../html.ts';
import { report as instructor } from '../instructor.ts';

// The pages as people meet them, in a real browser.

const plain = { colour: false };
const right = {
  ...golden,
  status: 'pass' as const,
  exercises: golden.exercises.filter(({ status }) => status === 'pass'),
};

const classOf = (...results: readonly (typeof golden)[]) =>
  renderClass(
    results.map((result, nth) => ({
      result: { ...result, submission: `${nth} ${result.submission}` },
      page: `${result.submission}.html`,
      instructorPage: `instructor/${result.submission}.html`,
    })),
    { title: 'course' },
  );

const pages = [
  ['the page of a student', html.render(golden, { ...plain, since: right, courseAt: '..' })],
  ['the page of a student who has everything right', html.render(right, plain)],
  ['a page on which everything happened', html.render(eventful, plain)],
  ["an instructor's view", instructor.render({ ...golden, secret: true }, plain)],
  ['the page of a class', classOf(golden, eventful, right)],
] as const;

const WIDTHS = [320, 1280] as const;
const SCHEMES = ['light', 'dark'] as const;

/** Everything that can be folded away, opened. */
const unfold = (page: Page) =>
  page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });

const title = `pages in the browser at ${browserProgram}${hasBrowser ? '' : ', which is not there: skipped'}`;

describe.skipIf(!hasBrowser)(title, () => {
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

  // 640 px is what a window of 1280 px has at 200 % zoom.
  const widths = pages.flatMap(([name, text]) =>
    [320, 640, 1280].map((width) => [name, width, text] as const),
  );

  test.each(widths)('%s fits into %d px without scrolling sideways', async (_, width, text) => {
    const shown = await show(browser, text, { viewport: { width, height: 900 } });
    await unfold(shown.page);
    const needed = await shown.page.evaluate(() => document.documentElement.scrollWidth);
    await shown.close();
    expect(needed).toBeLessThanOrEqual(width);
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

  test.each(pages)('on paper nothing of %s is left out', async (_, text) => {
    const shown = await show(browser, text);
    await shown.page.emulateMedia({ media: 'print' });
    const missing = await shown.page.evaluate(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const found: string[] = [];
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const { parentElement } = node;
        const words = node.textContent?.trim() ?? '';
        if (words === '' || parentElement === null) continue;
        if (parentElement.closest('script, style, title, desc, .jump') !== null) continue;
        if (!parentElement.checkVisibility()) found.push(words.slice(0, 80));
      }
      return found;
    });
    await shown.close();
    expect(missing).toEqual([]);
  });

  test.each(pages)('%s looks the same without script', async (_, text) => {
    const pictures: Buffer[] = [];
    for (const javaScriptEnabled of [true, false]) {
      const shown = await show(browser, text, { javaScriptEnabled });
      pictures.push(await shown.page.screenshot({ fullPage: true }));
      await shown.close();
    }
    const [withScript, without] = pictures;
    expect(without?.equals(withScript ?? Buffer.alloc(0))).toBe(true);
  });

  const places = freeTexts(eventful);
  /** What a page is made of; without the colours of listings and the ticks of axes, which follow the words. */
  const elementsOf = (page: Page) =>
    page.evaluate(() => {
      const all = [...document.querySelectorAll('*')];
      const kinds = new Set(all.map(({ tagName }) => tagName));
      const fixed = all.filter((each) => each.closest('svg, .listing code') === null);
      return `${[...kinds].sort().join()} ${fixed.map(({ tagName }) => tagName).join()}`;
    });

  describe('words of a student stay words', () => {
    const draw = (words: string) => {
      const result = saying(eventful, places, words);
      return [
        html.render(result, plain),
        instructor.render(result, plain),
        renderClass([{ result, page: `${words}.html`, instructorPage: words }], { title: words }),
      ];
    };
    let harmless: readonly string[];
    beforeAll(async () => {
      harmless = await Promise.all(
        draw('harmless').map(async (text) => {
          const shown = await show(browser, text);
          return elementsOf(shown.page).finally(() => shown.close());
        }),
      );
    });

    test.each(HOSTILE_WORDS.map((words) => [words.slice(0, 60), words]))('%j', async (_, words) => {
      for (const [nth, text] of draw(words).entries()) {
        const shown = await show(browser, text);
        await unfold(shown.page);
        const elements = await elementsOf(shown.page);
        const links = await shown.page.evaluate(
          () =>
            [...document.querySelectorAll('a')].filter(({ protocol }) => protocol !== 'http:')
              .length,
        );
        await shown.close();
        expect({ elements, links, complaints: shown.complaints }).toEqual({
          elements: harmless[nth],
          links: 0,
          complaints: [],
        });
      }
    });
  });
});
