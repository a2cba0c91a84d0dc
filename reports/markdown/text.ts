import { oneLine } from '../words/plain.ts';

// Platforms look for mentions, links, references and signs in the text of a page, after
// every escape is resolved: only a mark that joins words, and that nobody sees, keeps
// them apart. In code they look for nothing.
const JOINER = '\u2060';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/**
 * Text outside of code, from which no markup can come: every mark is escaped, and
 * what would become a mention, a link, a reference or an image is broken.
 */
export function text(raw: string): string {
  return broken(oneLine(raw))
    .replace(/[\\`*_{}[\]()#+\-!|<>~$^&@]/g, (mark) => ENTITIES[mark] ?? `\\${mark}`)
    .replace(/^(\d+)\./, '$1\\.');
}

/** The same within an element of HTML, where no mark of Markdown means anything. */
export function textInHtml(raw: string): string {
  return broken(oneLine(raw)).replace(/[&<>"]/g, (mark) => ENTITIES[mark] ?? mark);
}

/** Text that a student may have shaped, as code: no markup, no link and no mention comes out of it. */
export function code(raw: string): string {
  const line = oneLine(raw);
  const fence = '`'.repeat(longestRun(line) + 1);
  return `${fence} ${line} ${fence}`;
}

/** Several lines of a student's, as they are. */
export function codeBlock(raw: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(raw) + 1));
  return `${fence}text\n${raw.trimEnd()}\n${fence}`;
}

function broken(line: string): string {
  return (
    line
      .replace(/[@#]/g, `$&${JOINER}`)
      .replace(/:\/\//g, `:${JOINER}//`)
      .replace(/www\./gi, `www${JOINER}.`)
      // A word between colons is a sign, some of them drawn as images.
      .replace(/:(?=[\w+-])/g, `:${JOINER}`)
      // Issues and advisories by their names, and commits by theirs.
      .replace(/(GH|GHSA|CVE|CWE)-(?=\w)/gi, `$1${JOINER}-`)
      .replace(/[\da-f]{7,}/gi, (digits) => digits.replace(/.{6}(?=.)/g, `$&${JOINER}`))
  );
}

function longestRun(raw: string): number {
  return (raw.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}
