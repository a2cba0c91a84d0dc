import type { Course, CourseExercise } from './contract/course.ts';
import type { Evidence, ExerciseEvidence, ModuleState } from './contract/evidence.ts';
import type { Facts } from './contract/facts.ts';
import { probesFingerprint } from './contract/fingerprint.ts';
import { type ExerciseSlug, GRADER_VERSION } from './contract/identity.ts';
import type { Submission, SubmittedFile } from './contract/submission.ts';
import { linksFor, textsOf, unitOf } from './links.ts';
import type { KeySource } from './make-key.ts';
import type { Memory } from './memory.ts';
import { compileUnit, type Link } from './sandbox/compile.ts';
import { type Observed, observe, unobserved } from './sandbox/observe.ts';
import type { Session } from './sandbox/session.ts';
import { prerequisites } from './solutions.ts';
import type { Stopwatch } from './stopwatch.ts';

/** What gathering works with. */
export interface Gathering {
  readonly course: Course;
  readonly submission: Submission;
  readonly keys: KeySource;
  /** The submission's own process; nothing else ever runs in it. */
  readonly session: Session;
  /** What ran before and need not run again. */
  readonly memory?: Pick<Memory, 'recall' | 'keep'>;
  /** Told of an exercise what there is so far, after each of its probes and at its end. */
  readonly seen?: (sofar: ExerciseEvidence) => void;
  /** Told how long compiling and running take. */
  readonly clock: Stopwatch;
}

/**
 * Runs a submission's exercises on the inputs of the key, in the order of the
 * course. Each may import the student's own earlier exercises.
 */
export async function gather(
  gathering: Gathering,
  exercises: readonly CourseExercise[],
): Promise<readonly ExerciseEvidence[]> {
  const gathered: ExerciseEvidence[] = [];
  for (const exercise of exercises) {
    const links = linksFor(gathering, exercise, gathered);
    gathered.push(await gatherExercise(gathering, exercise, links, []));
  }
  return gathered;
}

/**
 * Runs one exercise again with the reference in place of the earlier exercises
 * that failed.
 *
 * @param first what was gathered of the submission before
 * @param failing exercises that failed
 */
export function gatherLinked(
  gathering: Gathering,
  exercise: CourseExercise,
  first: readonly ExerciseEvidence[],
  failing: ReadonlySet<ExerciseSlug>,
): Promise<ExerciseEvidence> {
  const links = linksFor(gathering, exercise, first, failing);
  const earlier = prerequisites(gathering.course, exercise);
  const linked = earlier.map(({ slug }) => slug).filter((slug) => failing.has(slug));
  return gatherExercise(gathering, exercise, links, linked);
}

/** The document that is judged. */
export function evidenceOf(
  { course, submission, keys, session }: Gathering,
  exercises: readonly ExerciseEvidence[],
  facts: ReadonlyMap<ExerciseSlug, Facts>,
): Evidence {
  return {
    schema: 'chainrule/evidence',
    version: 1,
    grader: GRADER_VERSION,
    course: course.id,
    seed: keys.seed,
    secret: keys.secret,
    isolation: session.isolation,
    node: process.version,
    submission: submission.id,
    exercises: exercises.map((exercise) => ({
      ...exercise,
      facts: facts.get(exercise.slug) ?? null,
    })),
  };
}

async function gatherExercise(
  gathering: Gathering,
  exercise: CourseExercise,
  links: readonly Link[],
  linked: readonly ExerciseSlug[],
): Promise<ExerciseEvidence> {
  const { submission, session, memory, seen = () => undefined } = gathering;
  const file = submission.files.get(exercise.slug) ?? { state: 'missing' };
  const texts = textsOf(file, links);
  const known = memory?.recall(exercise.slug, linked, texts);
  const evidence = known ?? (await runExercise(gathering, exercise, file, links, linked));
  seen(evidence);
  // What a process answered that was ended from outside is nobody's behaviour.
  if (!session.closed) memory?.keep(evidence, texts);
  return evidence;
}

async function runExercise(
  { keys, session, seen, clock }: Gathering,
  exercise: CourseExercise,
  file: SubmittedFile,
  links: readonly Link[],
  linked: readonly ExerciseSlug[],
): Promise<ExerciseEvidence> {
  const { slug, limits, probes } = exercise;
  const evidence = (observed: Observed): ExerciseEvidence => ({
    slug,
    path: file.state === 'missing' ? null : file.path,
    source: file.state === 'read' ? file.text : null,
    facts: null,
    asked: probesFingerprint(probes),
    linked,
    ...observed,
  });
  if (file.state !== 'read') return evidence(unobserved(absence(file)));
  const unit = unitOf(exercise, file.text, links);
  const [compiled, key] = await Promise.all([
    clock.during('compile', () => compileUnit(unit)),
    clock.during('key', () => keys.exercise(slug)),
  ]);
  const sofar = (observed: Observed): undefined => {
    seen?.(evidence(observed));
  };
  const observed = await clock.during('run', () =>
    observe(session, compiled, limits, key.probes, sofar),
  );
  return evidence(observed);
}

function absence(
  file:
    | { state: 'missing' }
    | { state: 'refused'; why: Extract<ModuleState, { state: 'refused' }>['why'] },
): ModuleState {
  return file.state === 'missing' ? { state: 'missing' } : { state: 'refused', why: file.why };
}
