import type { Course, CourseExercise } from './contract/course.ts';
import { GRADER_VERSION } from './contract/identity.ts';
import type { Verification, VerifiedExercise } from './contract/verification.ts';
import { accountOf, mutantsTried, worthOf } from './verify/account.ts';
import { CLAIMS } from './verify/claims.ts';
import { type Finding, ofKind } from './verify/finding.ts';
import { type Plan, SAMPLE, SAMPLE_OF_MISTAKES, type Task, tasksOf } from './verify/task.ts';

/** Who does the tasks of a proof, and who is told how far it is. */
export interface Hands {
  /** Does one task; as many are given as there are, and some may be done at the same time. */
  readonly work: (task: Task) => Promise<readonly Finding[]>;
  /** Told at the beginning, and after each task. */
  readonly progress: (done: number, of: number) => void;
}

/**
 * Proves a course: every claim of {@link CLAIMS}, of each exercise that is asked for. What
 * was found is put in the order of the tasks first, so that the document is the same
 * whatever was done before what.
 */
export async function verify(course: Course, plan: Plan, hands: Hands): Promise<Verification> {
  const tasks = tasksOf(plan);
  let done = 0;
  hands.progress(done, tasks.length);
  const found = await Promise.all(
    tasks.map(async (task) => {
      const findings = await hands.work(task);
      done += 1;
      hands.progress(done, tasks.length);
      return findings;
    }),
  );
  const findings = found.flat();
  const exercises = plan.exercises.map((exercise) =>
    verifiedBy(
      exercise,
      findings.filter(({ slug }) => slug === exercise.slug),
    ),
  );
  return {
    schema: 'chainrule/verification',
    version: 1,
    grader: GRADER_VERSION,
    course: course.id,
    seeds: plan.seeds,
    leftOut: leftOutBy(plan),
    holds: exercises.every(({ claims }) => claims.every(({ holds }) => holds)),
    exercises,
  };
}

function verifiedBy(exercise: CourseExercise, findings: readonly Finding[]): VerifiedExercise {
  const { slug, manifest, solution } = exercise;
  const tried = mutantsTried(exercise, findings);
  return {
    slug,
    title: manifest.title,
    claims: CLAIMS.flatMap(({ name, sentence, prove }) => {
      const proof = prove(exercise, findings);
      return proof === null ? [] : [{ name, sentence, tables: [], ...proof }];
    }),
    alternatives: solution?.alternatives.map(({ name }) => name) ?? [],
    mistakes: ofKind(findings, 'wrong').flatMap(({ mistakes }) =>
      mistakes.map(({ id, title }) => ({ id, title })),
    ),
    mutation: tried === null ? null : accountOf(exercise, tried.mutants).mutation,
    checks: worthOf(exercise, tried),
  };
}

/** What a quick run does not try, plainly. */
function leftOutBy({ quick, seeds }: Plan): readonly string[] {
  if (!quick) return [];
  return [
    `Programs were tried on ${seeds === 1 ? 'one seed' : `${seeds} seeds`} only.`,
    `One in ${SAMPLE_OF_MISTAKES} mistakes was handed in, and the others were judged by what the key holds of them.`,
    `One in ${SAMPLE} mutants was tried.`,
    'Whether each check is needed was not asked, because that takes all mutants.',
    'Two mistakes at once were not tried, and no threshold.',
  ];
}
