import type { CheckKind, Finding, JudgedCase } from './contract/check-kind.ts';
import type { Course, CourseExercise } from './contract/course.ts';
import type { Evidence, ExerciseEvidence } from './contract/evidence.ts';
import type { Check } from './contract/exercise.ts';
import { type ExerciseSlug, GRADER_VERSION, sumPoints, thousandths } from './contract/identity.ts';
import type { KeyExercise } from './contract/key.ts';
import type { Kinds } from './contract/kinds.ts';
import type {
  CheckResult,
  ExerciseResult,
  Got,
  Points,
  Reason,
  Result,
  Status,
} from './contract/result.ts';
import { nameMistakes } from './diagnosis/name-mistakes.ts';
import type { MadePair } from './diagnosis/pairs.ts';
import { signatureReader, type Unexplained } from './diagnosis/signatures.ts';
import { picturesOf } from './pictures.ts';
import { questionFor } from './question.ts';
import { moduleFinding, observationFinding } from './unanswered.ts';

/** What judging reads beside the evidence. */
export interface Judging {
  readonly course: Course;
  readonly keys: ReadonlyMap<ExerciseSlug, KeyExercise>;
  readonly kinds: Kinds;
  /** Exercises that the result is about; the others only decide who waits for whom. */
  readonly shown: ReadonlySet<ExerciseSlug>;
  /** What pairs of mistakes do, for exercises that no single one explains. */
  readonly pairs?: ReadonlyMap<ExerciseSlug, readonly MadePair[]>;
  /** Whether only outcomes are asked for, and nothing is to be drawn. */
  readonly outcomesOnly?: boolean;
  /** Whether nobody will read what wrong numbers look like. */
  readonly unread?: boolean;
}

/**
 * Evidence and key to outcomes and points. It touches no disk, clock or chance:
 * the same evidence is judged as often as is useful, without running anything.
 */
export function judge(evidence: Evidence, judging: Judging): Result {
  const failing = new Set<ExerciseSlug>();
  const exercises: ExerciseResult[] = [];
  for (const each of evidence.exercises) {
    const exercise = judging.course.exercises.find(({ slug }) => slug === each.slug);
    const key = judging.keys.get(each.slug);
    if (exercise === undefined || key === undefined)
      throw new Error(`nothing to judge ${each.slug} by`);
    const result = judgeExercise(exercise, each, key, judging, failing);
    if (result.status !== 'pass') failing.add(each.slug);
    if (judging.shown.has(each.slug)) exercises.push(result);
  }
  return {
    schema: 'chainrule/result',
    version: 1,
    grader: GRADER_VERSION,
    course: evidence.course,
    seed: evidence.seed,
    secret: evidence.secret,
    isolation: evidence.isolation,
    node: evidence.node,
    submission: evidence.submission,
    status: overall(exercises),
    points: total(exercises),
    exercises,
    timings: {},
  };
}

function judgeExercise(
  { slug, manifest, limits, stub }: CourseExercise,
  evidence: ExerciseEvidence,
  key: KeyExercise,
  { kinds, pairs, outcomesOnly = false, unread = false }: Judging,
  failing: ReadonlySet<ExerciseSlug>,
): ExerciseResult {
  const findings = manifest.checks.map((check) => {
    const finding = find(check, evidence, key, kindOf(check, kinds));
    const earlier = check.buildsOn?.find(
      (slug) => failing.has(slug) && !evidence.linked.includes(slug),
    );
    return { check, finding, waitsFor: isOwn(finding, key) ? null : (earlier ?? null) };
  });
  const failed = findings.filter(
    ({ finding, waitsFor }) => finding.status === 'fail' && waitsFor === null,
  );
  const probes = new Set(failed.flatMap(({ check }) => check.probe ?? []));
  const named = nameMistakes(evidence, key, probes, pairs?.get(slug));
  const read = signatureReader(evidence, key);
  const checks = findings.map(({ check, finding, waitsFor }): CheckResult => {
    const kind = kindOf(check, kinds);
    const probe = key.probes[check.probe ?? ''];
    const waits = finding.status === 'fail' && waitsFor !== null;
    const tried = kind.tried(check.with ?? {});
    // What stands in the source is no behaviour that a mistake could share.
    const explained = finding.status === 'fail' && !waits && tried.against !== 'the source';
    const [mistake, and] = explained ? (named.get(check.probe ?? '')?.ids ?? []) : [];
    const signatures =
      explained && mistake === undefined && !unread ? read(unexplained(check, finding, tried)) : [];
    return {
      id: check.id,
      title: check.title,
      kind: check.kind,
      ...outcome(finding, waits),
      points: pointsFor(check, finding.status),
      tried: {
        probe: check.probe ?? null,
        functions: probe?.functions ?? [],
        cases: probe?.cases.length ?? 0,
        output: null,
        tolerance: null,
        threshold: null,
        ...tried,
      },
      got: waits ? null : gotOf(finding),
      means: {
        mistake: mistake ?? null,
        ...(and === undefined ? {} : { and }),
        waitsFor: waits ? waitsFor : null,
        ...(signatures.length === 0 ? {} : { signatures }),
      },
    };
  });
  const status = overall(checks);
  return {
    slug,
    title: manifest.title,
    summary: manifest.summary,
    ...(manifest.deliverable === undefined ? {} : { deliverable: manifest.deliverable }),
    file: manifest.file,
    path: evidence.path,
    source: evidence.source,
    status,
    points: total(checks),
    module: evidence.module,
    limits,
    facts: evidence.facts,
    linked: evidence.linked,
    printed: evidence.printed,
    mistakes: key.mistakes
      .filter(({ id }) => checks.some(({ means }) => means.mistake === id || means.and === id))
      .map(({ id, title, hint }) => ({ id, title, hint, shownBy: shownBy(id, named) })),
    checks,
    pictures: outcomesOnly
      ? []
      : picturesOf(manifest.pictures ?? [], evidence, key, kinds.pictures),
    question:
      status === 'pass' ? questionFor(manifest.questions ?? [], evidence.source, stub) : null,
  };
}

/** Probes in which the submission does exactly what a mistake does. */
function shownBy(id: string, named: ReturnType<typeof nameMistakes>): string[] {
  const found = [...named.values()].find(({ ids }) => ids.includes(id));
  return [...(found?.explained ?? [])];
}

/** What is to be looked for in the numbers that a check looked at; nothing where it was not about these. */
function unexplained(
  { probe = '' }: Check,
  finding: Finding,
  { output, tolerance }: ReturnType<CheckKind['tried']>,
): Unexplained {
  const isAboutNumbers = finding.status === 'fail' && ABOUT_NUMBERS.has(finding.reason);
  const outputs = isAboutNumbers ? (output?.split(', ') ?? []) : [];
  return { probe, outputs, tolerance: tolerance ?? { absolute: 0, relative: 0 } };
}

const ABOUT_NUMBERS = new Set<Reason>(['values-differ', 'gradient-differs', 'wrong-shape']);

/** Whether a failure is about this exercise's own file, whatever became of the earlier ones. */
function isOwn({ status, ...finding }: Finding, key: KeyExercise): boolean {
  if (status !== 'fail' || !('reason' in finding)) return false;
  if (ABOUT_THE_FILE.has(finding.reason)) return true;
  const names = finding.got.names ?? [];
  // Of a method its class is exported.
  const isExported = (name: string) => key.exports.includes(name.split('.')[0] ?? name);
  return ABOUT_A_NAME.has(finding.reason) && names.every(isExported);
}

const ABOUT_THE_FILE = new Set<Reason>([
  'file-missing',
  'file-refused',
  'syntax-error',
  'forbidden-import',
]);
const ABOUT_A_NAME = new Set<Reason>(['not-written', 'export-missing']);

/** What a check says of the evidence; what kept the code from answering goes before the check itself. */
function find(
  check: Check,
  evidence: ExerciseEvidence,
  key: KeyExercise,
  kind: CheckKind,
): Finding {
  const stopped = moduleFinding(evidence.module);
  if (stopped !== null) return stopped;
  const cases: JudgedCase[] = [];
  if (check.probe === undefined && kind.tried(check.with ?? {}).against !== 'the source') {
    return { status: 'error', reason: 'no-such-probe', got: {} };
  }
  if (check.probe !== undefined) {
    const probe = key.probes[check.probe];
    if (probe === undefined)
      return { status: 'error', reason: 'no-such-probe', got: { names: [check.probe] } };
    const exported = evidence.module.state === 'loaded' ? evidence.module.exports : [];
    const lacking = key.exports.filter((name) => !exported.includes(name));
    for (const [at, { reference, ...rest }] of probe.cases.entries()) {
      if (reference.outcome !== 'returned') {
        return { status: 'error', reason: 'reference-failed', got: { case: at } };
      }
      const observation = evidence.probes[check.probe]?.[at] ?? { outcome: 'not-reached' as const };
      if (observation.outcome !== 'returned') return observationFinding(observation, at, lacking);
      const { output, changed, repeats } = observation;
      cases.push({ ...rest, expected: reference.output, returned: output, changed, repeats });
    }
  }
  return kind.judge({ settings: check.with ?? {}, cases, facts: evidence.facts });
}

function kindOf(check: Check, kinds: Kinds): CheckKind {
  const kind = kinds.checks.get(check.kind);
  if (kind === undefined) throw new Error(`kind of check "${check.kind}" was not loaded`);
  return kind;
}

function outcome(finding: Finding, waits: boolean): Pick<CheckResult, 'status' | 'reason'> {
  if (waits) return { status: 'skip', reason: 'waits-for-exercise' };
  return finding.status === 'pass'
    ? { status: 'pass', reason: 'as-expected' }
    : { status: finding.status, reason: finding.reason };
}

/** The one function from outcomes to points: all of a check's points for `pass`, else none. */
function pointsFor(check: Check, status: Status): Points {
  const possible = thousandths(check.points);
  return { earned: status === 'pass' ? possible : thousandths(0), possible };
}

function total(parts: readonly { readonly points: Points }[]): Points {
  return {
    earned: sumPoints(parts.map(({ points }) => points.earned)),
    possible: sumPoints(parts.map(({ points }) => points.possible)),
  };
}

/** Our errors before the student's failures before what waits. */
function overall(parts: readonly { readonly status: Status }[]): Status {
  const order: readonly Status[] = ['error', 'fail', 'skip'];
  return order.find((status) => parts.some((part) => part.status === status)) ?? 'pass';
}

const NOTHING: Got = {
  case: null,
  shape: null,
  worst: null,
  wrong: null,
  compared: null,
  skipped: null,
  margin: null,
  measured: null,
  names: [],
  words: null,
  due: null,
  thrown: null,
  place: null,
};

function gotOf({ got }: Finding): Got {
  return { ...NOTHING, ...got };
}
