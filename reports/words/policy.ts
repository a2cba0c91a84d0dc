import { createHash } from 'node:crypto';

/** How a page's Content-Security-Policy names a style sheet or a script of its own, to allow that one alone. */
export function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
