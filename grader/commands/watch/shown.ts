import { forStudent } from '../../../reports/words/disclosure.ts';
import { plainThroughout } from '../../../reports/words/plain.ts';
import { GRADER_VERSION, thousandths } from '../../contract/identity.ts';
import type { ExerciseResult, Result } from '../../contract/result.ts';

/**
 * An exercise as a student's terminal may have it: without anything that it would
 * obey, and of a secret seed without what is expected.
 */
export function shown(exercise: ExerciseResult, secret: boolean): ExerciseResult {
  const [own = exercise] = forStudent({ ...AROUND, secret, exercises: [exercise] }).exercises;
  return plainThroughout(own);
}

/** What a result says around its exercises; nobody reads it here. */
const AROUND: Result = {
  schema: 'chainrule/result',
  version: 1,
  grader: GRADER_VERSION,
  course: '',
  seed: '1',
  secret: false,
  isolation: 'process',
  node: '',
  submission: '',
  status: 'pass',
  points: { earned: thousandths(0), possible: thousandths(0) },
  exercises: [],
  timings: {},
};
