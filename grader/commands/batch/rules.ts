import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import type { Course } from '../../contract/course.ts';
import { sumPoints, thousandths } from '../../contract/identity.ts';
import { Refusal } from '../../contract/refusal.ts';
import type { Adjustment } from '../../policy/adjustment.ts';
import { parseAdjustments } from '../../policy/adjustments.ts';
import type { Rules } from '../../policy/grade-of.ts';
import { NO_POLICY, policyIn } from '../../policy/policy.ts';
import type { Asked } from './asked.ts';

/** What makes a mark of a result: the rules of the class, and what an instructor decided for one student. */
export interface Marking {
  readonly rules: Rules;
  readonly adjustments: readonly Adjustment[];
}

/**
 * Reads policy and adjustments before anything is graded.
 *
 * @throws Refusal where one of them cannot be taken as it stands
 */
export async function readMarking(
  { policy, adjustments }: Pick<Asked, 'policy' | 'adjustments'>,
  course: Course,
): Promise<Marking> {
  const exercises = course.exercises.map(({ slug, manifest }) => ({
    slug,
    title: manifest.title,
    possible: sumPoints(manifest.checks.map(({ points }) => thousandths(points))),
  }));
  return {
    rules: {
      policy: policy === null ? NO_POLICY : policyIn(await parsedIn(policy), policy),
      exercises,
    },
    adjustments: adjustments === null ? [] : await adjustmentsIn(adjustments, exercises),
  };
}

/** A document that is YAML, or JSON, which is YAML too. */
async function parsedIn(file: string): Promise<unknown> {
  const text = await textOf(file);
  try {
    return parse(text);
  } catch (error) {
    const [why = ''] = error instanceof Error ? error.message.split('\n') : [];
    throw new Refusal('broken-policy', `${file} is no YAML: ${why}`, 'Mend it there.');
  }
}

async function adjustmentsIn(
  file: string,
  exercises: Rules['exercises'],
): Promise<readonly Adjustment[]> {
  const { adjustments, problems } = parseAdjustments(await textOf(file), exercises);
  const [first, ...others] = problems;
  if (first === undefined) return adjustments;
  const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
  throw new Refusal(
    'broken-policy',
    `${file}, ${first}${more}`,
    'Mend it there: no adjustment is applied in part.',
  );
}

async function textOf(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: unknown) => {
    const why = error instanceof Error ? error.message : String(error);
    throw new Refusal('bad-argument', `${file} cannot be read (${why})`, 'Check the path.');
  });
}
