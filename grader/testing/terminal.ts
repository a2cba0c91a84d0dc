import path from 'node:path';
import { onTestFinished } from 'vitest';
import { hasPseudoTerminals, PseudoTerminal, type Running } from '../bench/pseudo-terminal.ts';
import { projectRoot } from './command-line.ts';

/** Whether tests can have a terminal here; why not is said once, so that nobody takes them for passed. */
export const canHaveTerminals = hasPseudoTerminals();
if (!canHaveTerminals) {
  console.warn('Tests in a terminal are skipped: there is no "script" of util-linux here.');
}

/** `chainrule` in a terminal of this test's own, ended when the test has finished. */
export function chainruleInTerminal(
  words: readonly string[],
  own: Partial<Running> = {},
): PseudoTerminal {
  const program = path.join(projectRoot, 'dist', 'cli.js');
  const terminal = new PseudoTerminal([process.execPath, program, ...words], {
    columns: 80,
    rows: 30,
    cwd: projectRoot,
    ...own,
    // Whatever this machine has: no test opens a browser.
    env: { DISPLAY: '', WAYLAND_DISPLAY: '', WSL_DISTRO_NAME: '', NO_COLOR: '', ...own.env },
  });
  onTestFinished(() => terminal.close());
  return terminal;
}
