import { statSync } from 'node:fs';
import path from 'node:path';
import { grade } from '../grade.ts';
import { readCourse } from '../intake/course.ts';
import { readSubmission } from '../intake/submission.ts';
import { loadReport } from '../load.ts';
import { checkedNumber, chosenExercises, requireIsolation } from './arguments.ts';
import { deliveryTo, FORMATS_FOR, withoutCollision } from './delivery.ts';
import { loadReports, textsOf } from './formats.ts';
import { keySource } from './keys.ts';
import {
  type Environment,
  isWorkflow,
  platformOf,
  ROOTS,
  type Roots,
  toldToReports,
} from './platform.ts';
import { courseSeenFrom, readSince } from './since.ts';
import { submissionAt } from './submission-at.ts';
import { withWorkbench } from './workbench.ts';
import { appendFor, outputLines } from './workflow-files.ts';
import { print } from './workflow-log.ts';
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
  readonly atLeast?: string;
  readonly requireIsolation?: string;
}

/** What is around a grading: a test has its own. */
export interface Surroundings {
  readonly env: Environment;
  readonly roots: Roots;
}

/**
 * `chainrule grade`: grades one submission, prints a summary and writes
 * `result.json` and the reports that are asked for; with a secret seed, what holds
 * expected values goes to a folder of its own, `instructor/`. The format `auto` stands
 * for the page and for what the platform wants on which this runs.
 *
 * @returns exit code: 0 graded, 1 below `--at-least`, 2 something could not be judged
 */
export async function gradeCommand(
  folder: string,
  options: GradeOptions,
  { env, roots }: Surroundings = { env: process.env, roots: ROOTS },
): Promise<number> {
  requireIsolation(options.requireIsolation);
  const course = await readCourse(options.course);
  const only = chosenExercises(course, options.exercise);
  const atLeast =
    options.atLeast === undefined ? 0 : checkedNumber(options.atLeast, '--at-least', 0, 100);
  const since = options.since === undefined ? null : await readSince(options.since, course.id);
  const auto = options.format.includes(AUTO);
  const platform = auto ? platformOf(env, isFolder, roots) : 'none';
  const [submission, terminal, reports, wanted] = await Promise.all([
    readSubmission(folder, course),
    loadReport('terminal'),
    loadReports(['json', ...options.format.map((format) => (format === AUTO ? 'html' : format))]),
    loadReports(FORMATS_FOR[platform]),
  ]);
  const keys = await keySource(course, options);
  const { result } = await withWorkbench(course, { many: false }, (workbench) =>
    grade({ ...workbench, keys, ...(only === null ? {} : { only }) }, submission),
  ).finally(() => keys.close());

  const compared = since === null ? {} : { since };
  const view = {
    colour: false,
    ...courseSeenFrom(options.out, options.course),
    ...compared,
    ...(await submissionAt(folder, env)),
    ...(auto ? { platform: toldToReports(env) } : {}),
  };
  const own = textsOf(reports.values(), result, view, options.out);
  const page = Object.keys(own).find((file) => path.basename(file) === 'feedback.html');
  const delivery = deliveryTo(
    platform,
    { result, view, out: options.out, page: page ?? '' },
    wanted,
    roots,
  );
  await writeWhole(withoutCollision(own, delivery));
  const told = terminal.render(result, { colour: process.stdout.isTTY === true, ...compared });
  const where =
    page === undefined
      ? `Written: ${Object.keys(own).join(', ')}`
      : `The whole report is in ${page}`;
  print(`${told}${where}\n`, env);
  if (isWorkflow(env)) process.stdout.write(delivery.commands);
  await appendFor(env, 'GITHUB_STEP_SUMMARY', delivery.summary);
  await appendFor(env, 'GITHUB_OUTPUT', outputLines(delivery.outputs));
  if (result.status === 'error') return 2;
  // In whole numbers where the share is one, so that no last bit decides.
  return result.points.earned * 100 < atLeast * result.points.possible ? 1 : 0;
}

/** The format that stands for what a platform wants. */
const AUTO = 'auto';

function isFolder(place: string): boolean {
  try {
    return statSync(place).isDirectory();
  } catch {
    return false;
  }
}
