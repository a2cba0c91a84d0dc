import { hiddenParts } from './stub.ts';

/** So many words and signs in a row are an expression, and no coincidence. */
const RUN = 5;

/**
 * What of a solution stands in words for students, if anything does: a hint may say where
 * to look and what to ask, and never what to write. Tokens are compared, so that spaces
 * and line breaks hide nothing.
 *
 * @param solution with the marks of what students write themselves
 * @returns the run of tokens that gives it away, or `null`
 */
export function repairIn(words: string, solution: string): string | null {
  const written = hiddenParts(solution).map(withoutComments).flatMap(runsOf);
  const secret = new Set(written.filter(computes));
  return runsOf(words).find((run) => secret.has(run)) ?? null;
}

/** All runs of tokens in a text, each as one text. */
function runsOf(text: string): readonly string[] {
  const tokens = text.match(/[\p{L}_$][\p{L}\p{N}_$]*|\d+(?:\.\d+)?|[^\s\w]/gu) ?? [];
  return tokens.slice(RUN - 1).map((_, at) => tokens.slice(at, at + RUN).join(' '));
}

/** Whether a run says what to compute: it calls, reaches for a property or calculates. */
function computes(run: string): boolean {
  return /[-+*/%(=[.]/.test(run) && /\p{L}/u.test(run);
}

function withoutComments(text: string): string {
  return text.replace(/\/\*.*?\*\/|\/\/[^\n]*/gs, ' ');
}
