import { tracedText } from '../analysis/traced.ts';
import { DEFAULT_LIMITS } from '../contract/exercise.ts';
import type { Value } from '../contract/value.ts';
import { compileTraced, compileUnit, type Unit } from '../sandbox/compile.ts';
import type { Session } from '../sandbox/session.ts';
import { stoodAt, type Thrown } from '../sandbox/stood.ts';

const PROBES = `export const probes = {
  work: { cases: 1, run: (student, input) => ({ out: student.work(input.x) }) },
};`;
const inputOf = (x: number): Value => ({
  kind: 'record',
  fields: { x: { kind: 'number', value: x } },
});
const INPUT = inputOf(3);
const LIMITS = { ...DEFAULT_LIMITS, seconds: 0.5 };

const unitOf = (module: string): Unit => ({
  file: 'work.ts',
  module,
  probes: PROBES,
  packages: ['ml-matrix'],
  links: [],
});

/** What `work(3)` of a student's text does, and then the same with the text that keeps its lines. */
export interface Located {
  readonly thrown: Thrown | null;
  readonly line: number | null;
}

/**
 * Runs a student's text, which exports `work(x)`, as it is and as one that keeps its lines.
 *
 * @param before numbers that it is called with as it is, before 3
 */
export async function located(
  session: Session,
  text: string,
  before: readonly number[] = [],
): Promise<Located> {
  const compiled = await compileUnit(unitOf(text));
  if (compiled.state === 'failed') throw new Error(compiled.message);
  const loaded = await session.open(compiled.code, LIMITS);
  if (loaded.outcome !== 'loaded') throw new Error(`it was not loaded: ${JSON.stringify(loaded)}`);
  for (const x of before) await session.call('run', 'work', JSON.stringify(inputOf(x)));
  const answer = await session.call('run', 'work', JSON.stringify(INPUT));
  if (answer.outcome !== 'threw') return { thrown: null, line: null };
  const thrown = { name: answer.name, message: answer.message };
  const traced = tracedText(text);
  if (traced === null) return { thrown, line: null };
  const again = await compileTraced(unitOf(traced.text), traced.variable);
  if (again.state === 'failed') throw new Error(`${again.message}\n${traced.text}`);
  const calls = [{ probe: 'work', input: INPUT, thrown }];
  const [line = null] = await stoodAt(session, again, traced, LIMITS, calls);
  return { thrown, line };
}
