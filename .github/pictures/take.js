import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';

// Takes the pictures of the README from the real thing: `npm run pictures`. A class is
// graded, a page of it is opened in a browser, and watch mode runs in a terminal.

const here = import.meta.dirname;
const root = path.resolve(here, '..', '..');
const cli = path.join(root, 'dist', 'cli.js');
const program = process.env.CHAINRULE_BROWSER ?? '/usr/bin/chromium';
const STUDENT = 'mistake-in-02';
const COLUMNS = 92;
const ROWS = 26;

if (!existsSync(program)) {
  throw new Error(
    `There is no browser at ${program}: install Chromium, or name one in CHAINRULE_BROWSER.`,
  );
}
const folder = await mkdtemp(path.join(os.tmpdir(), 'chainrule-pictures-'));
const browser = await chromium.launch({
  executablePath: program,
  args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'],
});
try {
  await run(process.execPath, [cli, 'demo', '--out', folder]);
  await takePage(path.join(folder, 'students', `${STUDENT}.html`), 'report.png');
  await takeTerminal(await watched(path.join(folder, 'class', STUDENT)), 'watch.png');
} finally {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
}

/** The first screen of a student's page. */
async function takePage(file, name) {
  const page = await browser.newPage({
    viewport: { width: 960, height: 900 },
    colorScheme: 'light',
    deviceScaleFactor: 1.5,
  });
  await page.goto(`file://${file}`);
  await page.screenshot({ path: path.join(here, name) });
  await page.close();
}

/** All that watch mode writes until its hint has been asked for and shown. */
async function watched(student) {
  const words = [process.execPath, cli, 'watch', student, '--course', root].map(quoted).join(' ');
  const out = quoted(path.join(folder, 'watched'));
  const command = `stty cols ${COLUMNS} rows ${ROWS}; exec ${words} --out ${out} --exercise 02`;
  const child = spawn('script', ['-qfec', command, '/dev/null'], {
    env: { ...process.env, TERM: 'xterm-256color', COLORTERM: '' },
  });
  let text = '';
  const shown = (words) =>
    new Promise((resolve, reject) => {
      const deadline = setTimeout(
        () => reject(new Error(`never shown: ${words}\n${text}`)),
        60_000,
      );
      const look = () => {
        if (!text.includes(words)) return;
        clearTimeout(deadline);
        child.stdout.off('data', look);
        resolve();
      };
      child.stdout.on('data', look);
      look();
    });
  child.stdout.on('data', (chunk) => {
    text += chunk;
  });
  const exercises = await readdir(path.join(root, 'exercises'));
  await shown('checks are right');
  await shown(`${exercises.length - 1}/${exercises.length}`);
  child.stdin.write('h');
  await shown('A question that may help');
  const picture = text;
  child.stdin.write('q');
  await new Promise((resolve) => child.on('close', resolve));
  return picture;
}

/** What was written, as a terminal shows it. */
async function takeTerminal(text, name) {
  const require = createRequire(import.meta.url);
  const xterm = path.dirname(require.resolve('@xterm/xterm/package.json'));
  const page = await browser.newPage({
    viewport: { width: 1200, height: 900 },
    deviceScaleFactor: 1.5,
  });
  await page.setContent(
    '<body style="margin:0;display:inline-block;background:#1e1e1e"><div id="at" style="padding:12px"></div>',
  );
  await page.addStyleTag({ content: await readFile(path.join(xterm, 'css', 'xterm.css'), 'utf8') });
  await page.addScriptTag({ content: await readFile(path.join(xterm, 'lib', 'xterm.js'), 'utf8') });
  await page.evaluate(
    ({ text, columns, rows }) =>
      new Promise((resolve) => {
        const terminal = new globalThis.Terminal({
          cols: columns,
          rows,
          fontFamily: 'DejaVu Sans Mono, monospace',
          fontSize: 14,
          theme: { background: '#1e1e1e', foreground: '#e6e6e6', cursor: '#1e1e1e' },
        });
        terminal.open(globalThis.document.getElementById('at'));
        terminal.write(text, resolve);
      }),
    { text, columns: COLUMNS, rows: ROWS },
  );
  await page.locator('#at').screenshot({ path: path.join(here, name) });
  await page.close();
}

function run(file, words) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, words, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`${words[1]} ended with ${code}`)),
    );
  });
}

function quoted(word) {
  return `'${word.replaceAll("'", "'\\''")}'`;
}
