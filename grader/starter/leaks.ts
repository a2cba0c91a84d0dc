/** A line of a solution that stands in a file for students. */
export interface Leak {
  readonly file: string;
  /** Line of that file, from 1. */
  readonly line: number;
  /** Where the secret line comes from. */
  readonly from: string;
  /** The secret line. */
  readonly text: string;
}

/** Code that no student may receive, by where it comes from. */
export type Secrets = ReadonlyMap<string, readonly string[]>;

/** With fewer tokens than this a line says nothing that others would not write as well. */
const TELLING_TOKENS = 8;

/**
 * Looks for lines of solutions in files that students receive. Tokens are compared, so
 * that neither spaces nor line breaks nor comments hide one. What the stubs themselves
 * hold is no secret.
 *
 * @param files texts by their places
 * @param stubs texts that follow from the solutions and are meant to be received
 */
export function leaksIn(
  files: Readonly<Record<string, string>>,
  secrets: Secrets,
  stubs: readonly string[],
): readonly Leak[] {
  const open = stubs.map((stub) => searchable(tokensOf(withoutComments(stub))));
  const told = [...secrets].flatMap(([from, texts]) =>
    [...new Set(texts.flatMap(tellingLines))]
      .map((line) => ({ from, line, run: searchable(tokensOf(line)) }))
      .filter(({ run }) => !open.some((stub) => stub.includes(run))),
  );
  return Object.entries(files).flatMap(([file, text]) => {
    // A comment may hide a line by standing in it, and a line may stand in a comment.
    const readings = [text, withoutComments(text)].map(tokensOf).map((tokens) => ({
      tokens,
      all: searchable(tokens),
    }));
    return told.flatMap(({ from, line: secret, run }): Leak[] => {
      for (const { tokens, all } of readings) {
        const at = all.indexOf(run);
        if (at < 0) continue;
        // Every token before it is followed by one separator.
        const first = tokens[all.slice(0, at + 1).split(SEPARATOR).length - 2];
        const line = text.slice(0, first?.at).split('\n').length;
        return [{ file, line, from, text: secret }];
      }
      return [];
    });
  });
}

/** Lines and statements that compute something; declarations and braces are alike in everybody's program. */
function tellingLines(code: string): readonly string[] {
  const bare = withoutComments(code);
  return [...bare.split('\n'), ...bare.split(';').map((statement) => `${statement};`)]
    .map((line) => line.trim().replace(/\s+/g, ' '))
    .filter(
      (line) =>
        tokensOf(line).length >= TELLING_TOKENS &&
        /\w\(|[-+*/]/.test(line) &&
        !/^(export )?(async )?function |^import /.test(line),
    );
}

const SEPARATOR = '\u0000';

interface Token {
  readonly word: string;
  readonly at: number;
}

/** Names, numbers and single signs, in code as in prose. */
function tokensOf(text: string): readonly Token[] {
  return [...text.matchAll(/[\p{L}_$][\p{L}\p{N}_$]*|\d+(\.\d+)?|[^\s\w]/gu)].map(
    ({ 0: word, index: at }) => ({ word, at }),
  );
}

function searchable(tokens: readonly Token[]): string {
  return `${SEPARATOR}${tokens.map(({ word }) => word).join(SEPARATOR)}${SEPARATOR}`;
}

/** The text with blanks in place of comments, so that all places stay where they are. */
function withoutComments(text: string): string {
  return text.replace(/\/\*.*?\*\/|(?<!:)\/\/[^\n]*/gs, (comment) =>
    comment.replace(/[^\n]/g, ' '),
  );
}
