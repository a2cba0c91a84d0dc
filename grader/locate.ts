import type { Analyst } from './analysis/analyst.ts';
import type { CourseExercise } from './contract/course.ts';
import type { ExerciseEvidence, Observation } from './contract/evidence.ts';
import type { KeyExercise } from './contract/key.ts';
import { NOT_WRITTEN } from './contract/stub.ts';
import type { Traced } from './contract/traced.ts';
import type { Gathering } from './gather.ts';
import { linksFor, textsOf, unitOf } from './links.ts';
import { type Compiled, compileTraced } from './sandbox/compile.ts';
import { stoodAt, stoodAtLoading, type Thrown } from './sandbox/stood.ts';

/** The first call of a probe that came back without a value: it threw, and no line is known yet. */
interface Wanted {
  readonly probe: string;
  readonly at: number;
  readonly thrown: Thrown;
}

/** How deep a program gets before its stack is full differs from run to run, and so does the line. */
const FULL_STACK = 'Maximum call stack size exceeded';

/**
 * Evidence of an exercise with the lines at which the student's file threw, for those
 * calls that a check can tell of. Errors behind the wall hold no stack, which a program
 * could forge or look through: what threw is made once more with a text that keeps the
 * line at which it stands. Whoever throws nothing pays nothing.
 *
 * @param first what was gathered of the submission before, which decides what is linked
 */
export async function locate(
  gathering: Gathering,
  tracer: Partial<Pick<Analyst, 'trace'>>,
  exercise: CourseExercise,
  evidence: ExerciseEvidence,
  first: readonly ExerciseEvidence[],
): Promise<ExerciseEvidence> {
  const { submission, session, keys, memory } = gathering;
  const file = submission.files.get(exercise.slug);
  if (tracer.trace === undefined || file?.state !== 'read' || !hasThrown(evidence)) return evidence;
  const links = linksFor(gathering, exercise, first, new Set(evidence.linked));
  const beside = links.flatMap(({ source, otherwise }) => [source, otherwise ?? '']);
  const traced = await tracer.trace(file.text, beside);
  if (traced === null) return evidence;
  const unit = unitOf(exercise, traced.text, links);
  const program: Program = { traced, compiled: await compileTraced(unit, traced.variable) };
  const located =
    evidence.module.state === 'threw'
      ? await withLoading(program, gathering, exercise, evidence)
      : await withCalls(program, gathering, exercise, evidence, await keys.exercise(exercise.slug));
  if (!session.closed) memory?.keep(located, textsOf(file, links));
  return located;
}

interface Program {
  readonly traced: Traced;
  readonly compiled: Compiled;
}

function hasThrown({ module, probes }: ExerciseEvidence): boolean {
  return module.state === 'threw' ? isTold(module) : wantedIn(probes).length > 0;
}

async function withLoading(
  { traced, compiled }: Program,
  { session }: Gathering,
  { limits }: CourseExercise,
  evidence: ExerciseEvidence,
): Promise<ExerciseEvidence> {
  const { module } = evidence;
  if (module.state !== 'threw') return evidence;
  const line = await stoodAtLoading(session, compiled, traced, limits, module);
  return line === null ? evidence : { ...evidence, module: { ...module, line } };
}

async function withCalls(
  { traced, compiled }: Program,
  { session }: Gathering,
  { limits }: CourseExercise,
  evidence: ExerciseEvidence,
  key: KeyExercise,
): Promise<ExerciseEvidence> {
  const calls = wantedIn(evidence.probes).flatMap(({ probe, at, thrown }) => {
    const input = key.probes[probe]?.cases[at]?.input;
    return input === undefined ? [] : [{ probe, at, input, thrown }];
  });
  const lines = await stoodAt(session, compiled, traced, limits, calls);
  const probes = { ...evidence.probes };
  for (const [nth, { probe, at }] of calls.entries()) {
    const line = lines[nth] ?? null;
    if (line !== null) probes[probe] = atLine(probes[probe] ?? [], at, line);
  }
  return { ...evidence, probes };
}

/** A check tells of the first case that came back without a value. */
function wantedIn(probes: ExerciseEvidence['probes']): readonly Wanted[] {
  return Object.entries(probes).flatMap(([probe, observations]) => {
    const at = observations.findIndex(({ outcome }) => outcome !== 'returned');
    const thrown = observations[at];
    return thrown?.outcome === 'threw' && isTold(thrown) ? [{ probe, at, thrown }] : [];
  });
}

/** Whether a line would say something of what was thrown, and be the same in every run. */
function isTold({ message, line }: Thrown & { readonly line?: number | undefined }): boolean {
  return line === undefined && !message.startsWith(NOT_WRITTEN) && message !== FULL_STACK;
}

function atLine(
  observations: readonly Observation[],
  at: number,
  line: number,
): readonly Observation[] {
  return observations.map((each, nth) =>
    nth === at && each.outcome === 'threw' ? { ...each, line } : each,
  );
}
