import type { ModuleState, Observation } from '../contract/evidence.ts';
import type { Limits } from '../contract/exercise.ts';
import type { KeyCase } from '../contract/key.ts';
import type { Value } from '../contract/value.ts';
import type { Compiled } from './compile.ts';
import type { Answer, Session } from './session.ts';

/** What of a probe a module is run on: inputs, and nothing that only the judge may know. */
export interface Inputs {
  readonly cases: readonly Pick<KeyCase, 'input'>[];
}

/** What a module did with the cases of its exercise. */
export interface Observed {
  readonly module: ModuleState;
  readonly probes: Readonly<Record<string, readonly Observation[]>>;
  readonly printed: string;
}

/** A module that never ran. */
export function unobserved(module: ModuleState): Observed {
  return { module, probes: {}, printed: '' };
}

/**
 * Runs every probe of an exercise against a compiled module, on the inputs of a key.
 *
 * @param seen told after each probe what there is so far; what was printed is known at the end
 *   alone. Where it answers `enough`, the probes that are left are not run
 */
export async function observe(
  session: Session,
  compiled: Compiled,
  limits: Limits,
  probes: Readonly<Record<string, Inputs>>,
  seen: (sofar: Observed) => 'enough' | undefined = () => undefined,
): Promise<Observed> {
  if (compiled.state === 'failed') {
    const { because, message } = compiled;
    // A line of another text than the student's would lead astray.
    const { line, column } = compiled.where === 'module' ? compiled : { line: null, column: null };
    return unobserved({ state: 'does-not-compile', because, message, line, column });
  }
  const loaded = await session.open(compiled.code, limits);
  const module = moduleState(loaded);
  if (module.state !== 'loaded') return unobserved(module);
  const observations: Record<string, readonly Observation[]> = {};
  for (const [name, probe] of Object.entries(probes)) {
    observations[name] = await observeProbe(session, name, probe);
    if (seen({ module, probes: { ...observations }, printed: '' }) === 'enough') break;
  }
  return { module, probes: observations, printed: await session.printed() };
}

async function observeProbe(
  session: Session,
  name: string,
  probe: Inputs,
): Promise<readonly Observation[]> {
  const observations: Observation[] = [];
  let interrupted = false;
  for (const { input } of probe.cases) {
    if (interrupted) {
      observations.push({ outcome: 'not-reached' });
      continue;
    }
    const answer = await session.call('run', name, JSON.stringify(input));
    interrupted = answer.outcome === 'interrupted';
    observations.push(toObservation(answer, input));
  }
  return observations;
}

/** An answer of the realm as an observation; what a watched probe gives away is compared here, outside. */
export function toObservation(answer: Answer, input: Value): Observation {
  switch (answer.outcome) {
    case 'returned':
      return {
        outcome: 'returned',
        output: answer.output,
        changed: answer.after === undefined ? null : changedPaths(input, answer.after),
        repeats: answer.again === undefined ? null : same(answer.output, answer.again),
      };
    case 'threw':
      return { outcome: 'threw', name: answer.name, message: answer.message };
    case 'too-much-output':
      return { outcome: 'too-much-output' };
    case 'interrupted':
      return { outcome: answer.how };
    default:
      return { outcome: 'ended-early' };
  }
}

function moduleState(answer: Answer): ModuleState {
  switch (answer.outcome) {
    case 'loaded':
      return { state: 'loaded', exports: [...answer.exports].sort() };
    case 'threw':
      return { state: 'threw', name: answer.name, message: answer.message };
    case 'interrupted':
      return { state: 'interrupted', how: answer.how };
    default:
      return { state: 'interrupted', how: 'ended-early' };
  }
}

/** Paths at which two values differ; records are looked into, everything else is one place. */
function changedPaths(before: Value, after: Value, path = ''): readonly string[] {
  if (before.kind !== 'record' || after.kind !== 'record') {
    return same(before, after) ? [] : [path];
  }
  const names = new Set([...Object.keys(before.fields), ...Object.keys(after.fields)]);
  return [...names].flatMap((name) => {
    const place = path === '' ? name : `${path}.${name}`;
    const [old, now] = [before.fields[name], after.fields[name]];
    return old === undefined || now === undefined ? [place] : changedPaths(old, now, place);
  });
}

function same(one: Value, other: Value): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
