import { ts } from 'ts-morph';
import type { Traced } from '../contract/traced.ts';
import { Insertions } from './tracing/insertions.ts';
import { Tracer } from './tracing/tracer.ts';

/** Characters. No source of the size that is read grows beyond, unless it was made to. */
const LONGEST = 4 * 1024 * 1024;

/**
 * Nodes of a tree, and levels of it: ten times as many as anybody writes. They are counted,
 * since by the clock or the stack the same text would have lines in one run and none in the next.
 */
const MOST_NODES = 60_000;
const DEEPEST = 1000;

/**
 * A student's text that keeps in a variable the line at which it stands, and does what it
 * did before. `null` where it is larger or deeper than anybody writes, or grows too long.
 *
 * @param beside what it is bundled with, which is not to know the variable either
 */
export function tracedText(text: string, beside: readonly string[] = []): Traced | null {
  try {
    const source = ts.createSourceFile('traced.ts', text, ts.ScriptTarget.ES2022, false);
    const variable = unusedName([text, ...beside]);
    if (variable === null || isTooLarge(source)) return null;
    const put = new Insertions();
    new Tracer(source, put, variable).trace();
    const traced = put.into(text);
    if (traced.length > LONGEST) return null;
    return { text: traced, variable, lines: source.getLineStarts().length };
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function isTooLarge(source: ts.SourceFile): boolean {
  let nodes = 0;
  let depth = 0;
  const visit = (node: ts.Node): boolean => {
    nodes += 1;
    depth += 1;
    const tooLarge = nodes > MOST_NODES || depth > DEEPEST || ts.forEachChild(node, visit) === true;
    depth -= 1;
    return tooLarge;
  };
  return visit(source);
}

/** A name with which nothing in some texts begins, in whatever way it is spelled. */
function unusedName(texts: readonly string[]): string | null {
  let next = 0;
  for (const [, digits] of texts
    .map(unescaped)
    .join('\n')
    .matchAll(/\$line(\d*)/g)) {
    next = Math.max(next, Number(digits) + 1);
  }
  if (next === 0) return '$line';
  return Number.isSafeInteger(next) ? `$line${next}` : null;
}

/** What is written `\u0061` is the name `a`. */
function unescaped(text: string): string {
  return text.replaceAll(/\\u(?:([\da-f]{4})|\{0*([\da-f]{1,5})\})/gi, (_, four, any) =>
    String.fromCodePoint(Number.parseInt(four ?? any, 16)),
  );
}
