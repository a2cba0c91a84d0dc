import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';

/** What a platform makes of Markdown. */
export interface Shown {
  /** Every tag with all that stands in it, in order. */
  readonly tags: readonly string[];
  /** The text that is not code: in it platforms look for mentions, links and references. */
  readonly prose: string;
}

/** Markdown as GitHub reads it, before it takes out what it does not allow. */
export function shownMarkdown(page: string): Shown {
  const html = micromark(page, {
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
  });
  return {
    tags: html.match(/<[^>]*>/g) ?? [],
    prose: html
      .replace(/<code\b[^>]*>[\s\S]*?<\/code>/g, ' ')
      .replace(/<[^>]*>/g, ' ')
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&amp;/g, '&'),
  };
}

/** What becomes more than text where GitHub finds it in prose, with the names that it has for us. */
export const MORE_THAN_TEXT: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['a mention', /@\w/],
  ['an issue', /#\d|\bGH-\d/i],
  ['an advisory', /\b(GHSA|CVE|CWE)-\w/i],
  ['a commit', /[\da-f]{7,}/i],
  ['a link', /:\/\/|www\./i],
  ['a sign', /:[\w+-]+:/],
];
