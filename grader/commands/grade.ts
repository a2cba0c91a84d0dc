import { grade } from '../grade.ts';
import { readCourse } from '../intake/course.ts';
import { readSubmission } from '../intake/submission.ts';
import { announcer } from './announce.ts';
import { checkedNumber, chosenExercises, requireIsolation } from './arguments.ts';
import { keySource } from './keys.ts';
import { readSince } from './since.ts';
import { withWorkbench } from './workbench.ts';
import { writeWhole } from './write.ts';

interface GradeOptions {
  readonly exercise?: readonly string[];
  readonly seed?: string;
  readonly course: string;
  readonly key?: string;
  readonly secret?: boolean;
  readonly since?: string;
  readonly format: readonly string[];
  readonly out: string;
  readonly evidence?: string;
  readonly atLeast?: string;
  readonly requireIsolation?: string;
}

/**
 * `chainrule grade`: grades one submission, prints a summary and writes
 * `result.json` and the reports that are asked for; with a secret seed, what holds
 * expected values goes to a folder of its own, `instructor/`.
 *
 * @returns exit code: 0 graded, 1 below `--at-least`, 2 something could not be judged
 */
export async function gradeCommand(folder: string, options: GradeOptions): Promise<number> {
  requireIsolation(options.requireIsolation);
  const course = await readCourse(options.course);
  const only = chosenExercises(course, options.exercise);
  const atLeast =
    options.atLeast === undefined ? 0 : checkedNumber(options.atLeast, '--at-least', 0, 100);
  const since = options.since === undefined ? null : await readSince(options.since, course.id);
  const [submission, announce] = await Promise.all([
    readSubmission(folder, course),
    announcer({ ...options, folder, since }),
  ]);
  const keys = await keySource(course, options);
  const { evidence, result } = await withWorkbench(course, { many: false }, (workbench) =>
    grade({ ...workbench, keys, ...(only === null ? {} : { only }) }, submission),
  ).finally(() => keys.close());
  if (options.evidence !== undefined) {
    await writeWhole({ [options.evidence]: `${JSON.stringify(evidence)}\n` });
  }
  await announce(result);
  if (result.status === 'error') return 2;
  // In whole numbers where the share is one, so that no last bit decides.
  return result.points.earned * 100 < atLeast * result.points.possible ? 1 : 0;
}
