import path from 'node:path';
import open from 'open';
import type { Result } from '../../contract/result.ts';
import { loadReports, textsOf } from '../formats.ts';
import { courseSeenFrom } from '../since.ts';
import { writeWhole } from '../write.ts';

/**
 * Writes the page and `result.json` where `grade` writes them.
 *
 * @returns file of the page
 * @throws Refusal when a place cannot be written to
 */
export async function writeReport(result: Result, out: string, course: string): Promise<string> {
  const reports = await loadReports(['html', 'json']);
  const view = { colour: false, ...courseSeenFrom(out, course) };
  await writeWhole(textsOf(reports.values(), result, view, out));
  return path.join(out, reports.get('html')?.file ?? '');
}

/**
 * Opens a page in the browser of whoever sits at this machine.
 *
 * @returns whether there is one that was asked
 */
export async function openPage(
  file: string,
  environment: Readonly<Record<string, string | undefined>> = process.env,
  platform: string = process.platform,
): Promise<boolean> {
  if (!hasBrowser(environment, platform)) return false;
  try {
    const browser = await open(path.resolve(file));
    // Nobody waits for it, and one that is not there is no matter of ours.
    browser.on('error', () => undefined);
    return true;
  } catch {
    return false;
  }
}

/**
 * Whether somebody sits in front of this machine with a browser: not over SSH, not in
 * CI, and on Linux with a display, or with Windows around it.
 */
export function hasBrowser(
  environment: Readonly<Record<string, string | undefined>>,
  platform: string,
): boolean {
  const has = (...names: readonly string[]): boolean =>
    names.some((name) => (environment[name] ?? '') !== '');
  if (has('SSH_CONNECTION', 'SSH_TTY', 'SSH_CLIENT', 'CI')) return false;
  if (platform === 'darwin' || platform === 'win32') return true;
  return has('DISPLAY', 'WAYLAND_DISPLAY', 'WSL_DISTRO_NAME');
}
