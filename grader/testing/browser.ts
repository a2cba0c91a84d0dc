import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

/** Where the browser of these tests is; Debian's package puts it there. */
export const browserProgram = process.env.CHAINRULE_BROWSER ?? '/usr/bin/chromium';

/** Whether the tests of pages can run; where not, they are skipped and say so. */
export const hasBrowser = existsSync(browserProgram);

if (!hasBrowser) {
  console.warn(
    `There is no browser at ${browserProgram}: the tests of pages are skipped. Install Chromium, or name one in CHAINRULE_BROWSER.`,
  );
}

/** A page on the screen, and all that it did which a page of ours may not do. */
export interface Shown {
  readonly page: Page;
  readonly complaints: string[];
  /** Shows another page in the place of this one. */
  turnTo(html: string): Promise<void>;
  close(): Promise<void>;
}

/** A browser for a file of tests. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: browserProgram,
    // Containers have no user namespaces for Chromium's own wall; it shows our own pages alone.
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  });
}

/** Shows a page's text in a fresh context: no server, and no other request is answered. */
export async function show(
  browser: Browser,
  html: string,
  options: BrowserContextOptions = {},
): Promise<Shown> {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('dialog', async (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    await dialog.dismiss();
  });
  const address = 'http://page.test/';
  let body = html;
  await context.route('**/*', async (route) => {
    const asked = route.request().url();
    if (asked === address) return route.fulfill({ contentType: 'text/html', body });
    complaints.push(`asks for ${asked}`);
    return route.abort();
  });
  const turnTo = async (next: string): Promise<void> => {
    body = next;
    await page.goto(address);
  };
  await turnTo(html);
  return { page, complaints, turnTo, close: () => context.close() };
}

/** Everything that can be folded away, opened. */
export const unfold = (page: Page) =>
  page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });

/** What a file of such tests is called: where they are skipped, their name says so. */
export const inBrowser = `in the browser at ${browserProgram}${hasBrowser ? '' : ', which is not there: skipped'}`;
