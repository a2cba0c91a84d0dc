import typescript from 'highlight.js/lib/languages/typescript';
import { createLowlight } from 'lowlight';

/** A piece of a line; `kind` is a class of the style sheet, or nothing for plain text. */
export interface Token {
  readonly text: string;
  readonly kind: string | null;
}

/** What a page has room for; the rest of a line is left out. */
const LONGEST_LINE = 160;

const lowlight = createLowlight({ typescript });

/** Kinds that the style sheet has a colour for, by those of the highlighter. */
const KINDS: Readonly<Record<string, string>> = {
  'hljs-keyword': 'keyword',
  'hljs-comment': 'comment',
  'hljs-string': 'text',
  'hljs-number': 'digits',
  'hljs-literal': 'digits',
  'hljs-title': 'name',
};

type Tree = ReturnType<typeof lowlight.highlight>;
type Branch = Tree['children'][number];

/** The tokens of each line; whatever a student wrote stays text. */
export function tokensOf(lines: readonly string[]): readonly (readonly Token[])[] {
  const shown = lines.map((line) =>
    line.length > LONGEST_LINE ? `${[...line].slice(0, LONGEST_LINE).join('')} …` : line,
  );
  const found: Token[][] = [[]];
  const walk = (branch: Branch, kind: string | null): void => {
    if (branch.type === 'element') {
      const names = branch.properties.className;
      const own = Array.isArray(names) ? KINDS[String(names[0])] : undefined;
      for (const child of branch.children) walk(child, own ?? kind);
      return;
    }
    if (branch.type !== 'text') return;
    branch.value.split('\n').forEach((text, nth) => {
      if (nth > 0) found.push([]);
      if (text !== '') found.at(-1)?.push({ text, kind });
    });
  };
  for (const branch of lowlight.highlight('typescript', shown.join('\n')).children) {
    walk(branch, null);
  }
  return found;
}
