import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  hasBrowser,
  inBrowser,
  openBrowser,
  type Shown,
  show,
  unfold,
} from '../../grader/testing/browser.ts';
import { FIRST } from '../../grader/testing/documents.ts';
import { eventfulGrade } from '../../grader/testing/grades.ts';
import { HOSTILE_WORDS } from '../../grader/testing/hostile-words.ts';
import { pages } from '../../grader/testing/pages.ts';
import { eventfulSaying } from '../../grader/testing/reasons.ts';
import { renderClass } from '../class/page.ts';
import { report as html } from '../html.ts';
import { report as instructor } from '../instructor.ts';

// The pages as people meet them, in a real browser.

describe.skipIf(!hasBrowser)(`pages ${inBrowser}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  test('what no page may do would be seen', async () => {
    const careless = '<img src="https://evil.test/x.png"><script>alert(1)</script>';
    const shown = await show(browser, careless);
    await shown.close();
    expect(shown.complaints).toContain('asks for https://evil.test/x.png');
    expect(shown.complaints).toContain('dialog: 1');
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
      const result = eventfulSaying(words);
      const grade = eventfulGrade(FIRST, words);
      return [
        html.render(result, { colour: false, grade }),
        instructor.render(result, { colour: false, grade }),
        renderClass([{ result, page: `${words}.html`, instructorPage: words }], {
          title: words,
          marks: [{ grade, handIns: [{ id: words, instructorPage: words }] }],
        }),
      ];
    };
    let shown: Shown;
    const harmless: string[] = [];
    beforeAll(async () => {
      shown = await show(browser, '');
      for (const text of draw('harmless')) {
        await shown.turnTo(text);
        harmless.push(await elementsOf(shown.page));
      }
    });
    afterAll(() => shown.close());

    test.each(HOSTILE_WORDS.map((words) => [words.slice(0, 60), words]))('%j', async (_, words) => {
      const seen: string[] = [];
      let strangeLinks = 0;
      for (const text of draw(words)) {
        await shown.turnTo(text);
        await unfold(shown.page);
        seen.push(await elementsOf(shown.page));
        strangeLinks += await shown.page.evaluate(
          () =>
            [...document.querySelectorAll('a')].filter(({ protocol }) => protocol !== 'http:')
              .length,
        );
      }
      expect(shown.complaints.splice(0)).toEqual([]);
      expect(seen).toEqual(harmless);
      expect(strangeLinks).toBe(0);
    });
  });
});
