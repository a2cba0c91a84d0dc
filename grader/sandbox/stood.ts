import type { Limits } from '../contract/exercise.ts';
import { backIn, type Traced } from '../contract/traced.ts';
import type { Value } from '../contract/value.ts';
import type { Compiled } from './compile.ts';
import type { RealmAnswer } from './protocol.ts';
import type { Session } from './session.ts';

/** What was thrown, as far as it can be read. */
export interface Thrown {
  readonly name: string;
  readonly message: string;
}

/** A call that threw. */
export interface ThrowingCall {
  readonly probe: string;
  readonly input: Value;
  readonly thrown: Thrown;
}

/**
 * The line at which a module threw while it was loaded, or `null`.
 *
 * @param compiled the same module as a text that keeps its lines
 */
export async function stoodAtLoading(
  session: Session,
  compiled: Compiled,
  traced: Traced,
  limits: Limits,
  thrown: Thrown,
): Promise<number | null> {
  if (compiled.state === 'failed') return null;
  const answer = await session.open(compiled.code, limits);
  return answer.outcome === 'threw' ? lineIn(answer, traced, thrown) : null;
}

/**
 * The lines at which calls threw, `null` where it cannot be told: each is made once more
 * with a text that keeps its lines. After one that has to be stopped, none is.
 *
 * @param compiled the same module as that text
 */
export async function stoodAt(
  session: Session,
  compiled: Compiled,
  traced: Traced,
  limits: Limits,
  calls: readonly ThrowingCall[],
): Promise<readonly (number | null)[]> {
  if (compiled.state === 'failed') return [];
  const loaded = await session.open(compiled.code, limits);
  if (loaded.outcome !== 'loaded') return [];
  const lines: (number | null)[] = [];
  for (const { probe, input, thrown } of calls) {
    const answer = await session.call('run', probe, JSON.stringify(input));
    if (answer.outcome === 'interrupted') break;
    lines.push(answer.outcome === 'threw' ? lineIn(answer, traced, thrown) : null);
  }
  return lines;
}

/** The line of an answer, where it is one of the file and the same was thrown as before. */
function lineIn(
  { name, message, line }: Extract<RealmAnswer, { outcome: 'threw' }>,
  { variable, lines }: Traced,
  thrown: Thrown,
): number | null {
  const isOfTheFile = line !== undefined && line >= 1 && line <= lines;
  const isTheSame = name === thrown.name && isSameMessage(message, thrown.message, variable);
  return isOfTheFile && isTheSame ? line : null;
}

/**
 * The engine quotes the code in its messages: "X.mmul(...).gat is not a function". Where a
 * part of that was handed through our function, it quotes the call of that instead.
 */
function isSameMessage(message: string, before: string, variable: string): boolean {
  const [start = '', ...ends] = message.split(`${backIn(variable)}(...)`);
  if (ends.length === 0) return message === before;
  const end = ends.at(-1) ?? '';
  return (
    before.length >= start.length + end.length && before.startsWith(start) && before.endsWith(end)
  );
}
