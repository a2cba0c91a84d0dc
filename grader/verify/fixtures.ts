import type { Course, CourseExercise } from '../contract/course.ts';
import type { Exercise } from '../contract/exercise.ts';
import type { Kinds } from '../contract/kinds.ts';
import { makeFixturesOf, type SeededFixtures } from '../make-fixtures.ts';
import { Session } from '../sandbox/session.ts';
import { rolesOf } from './fixture-roles.ts';
import { FIXTURE_RULES } from './fixture-rules.ts';
import { hiddenOf } from './hidden-units.ts';
import { type Proof, provedUnless } from './proof.ts';
import { questionsOf } from './questions.ts';

/** What one rule says of the cases that a probe makes with one seed. */
export interface FixtureFinding {
  readonly probe: string;
  readonly rule: string;
  readonly seed: string;
  /** What is wrong with the first case where it is with all, else `null`. */
  readonly problem: string | null;
}

/**
 * Makes the inputs whose numbers are compared, and holds them to the rules. What is only
 * drawn, or trained on and judged by a threshold, may be as the lesson has it.
 */
export async function fixtureFindingsOf(
  course: Course,
  exercise: CourseExercise,
  kinds: Kinds,
  seeds: readonly string[],
): Promise<readonly FixtureFinding[]> {
  const { solution } = exercise;
  const compared = new Set(questionsOf(exercise, kinds).others.map(({ probe }) => probe));
  if (solution === null || compared.size === 0) return [];
  const session = new Session(128);
  try {
    const isWanted = (probe: string) => compared.has(probe);
    const fixtures = await makeFixturesOf(session, { course, exercise, seeds, isWanted });
    return findingsIn(exercise, fixtures);
  } finally {
    session.close();
  }
}

function findingsIn(exercise: CourseExercise, fixtures: SeededFixtures): readonly FixtureFinding[] {
  const hidden = hiddenOf(exercise);
  return fixtures.flatMap(({ seed, probes }) =>
    Object.entries(probes).flatMap(([probe, cases]) => {
      const inputs = cases.map(({ input }) => rolesOf(input));
      return FIXTURE_RULES.flatMap(({ name, problem }): readonly FixtureFinding[] => {
        const problems = inputs
          .map((roles) => problem(roles, hidden))
          .filter((each) => each !== undefined);
        const [first] = problems;
        if (first === undefined) return [];
        // Other cases may be special: one that shows what the rule is about is enough.
        return [{ probe, rule: name, seed, problem: problems.includes(null) ? null : first }];
      });
    }),
  );
}

/** Nothing wrong can look right because of the numbers it is tried on, or the author says why it may. */
export function proveFixtures(
  { manifest }: Pick<CourseExercise, 'manifest'>,
  findings: readonly FixtureFinding[],
): Proof {
  const exempt = manifest.exempt ?? [];
  const breaches = FIXTURE_RULES.flatMap(({ name, remedy }) => {
    const broken = findings.filter(({ rule, problem }) => rule === name && problem !== null);
    return [...new Set(broken.map(({ probe }) => probe))]
      .filter((probe) => !exempt.some((each) => each.probe === probe && each.rule === name))
      .map((probe) => {
        const first = broken.find((each) => each.probe === probe);
        return `probe ${probe}, seed ${first?.seed}: ${first?.problem} (rule "${name}"); ${remedy}, or say in "exempt" of exercise.json why not`;
      });
  });
  const needless = exempt.filter((each) => !isNeeded(each, findings)).map(needlessInWords);
  const probes = new Set(findings.map(({ probe }) => probe)).size;
  const exceptions = exempt.length === 0 ? '' : `, ${exempt.length} exempt`;
  const counted = `${probes} ${probes === 1 ? 'probe' : 'probes'}`;
  return provedUnless([...breaches, ...needless], `${counted}${exceptions}`);
}

type Exemption = NonNullable<Exercise['exempt']>[number];

function isNeeded({ probe, rule }: Exemption, findings: readonly FixtureFinding[]): boolean {
  return findings.some(
    (each) => each.probe === probe && each.rule === rule && each.problem !== null,
  );
}

function needlessInWords({ probe, rule }: Exemption): string {
  return FIXTURE_RULES.some(({ name }) => name === rule)
    ? `probe ${probe} keeps the rule "${rule}" or is not compared; take it out of "exempt"`
    : `there is no rule "${rule}"; the rules are ${FIXTURE_RULES.map(({ name }) => name).join(', ')}`;
}
