import { statSync } from 'node:fs';
import path from 'node:path';
import type { Result } from '../contract/result.ts';
import { loadReport } from '../load.ts';
import { deliveryTo, FORMATS_FOR, withoutCollision } from './delivery.ts';
import { loadReports, textsOf } from './formats.ts';
import {
  type Environment,
  isWorkflow,
  platformOf,
  ROOTS,
  type Roots,
  toldToReports,
} from './platform.ts';
import { courseSeenFrom } from './since.ts';
import { submissionAt } from './submission-at.ts';
import { appendFor, outputLines } from './workflow-files.ts';
import { print } from './workflow-log.ts';
import { writeWhole } from './write.ts';

/** Where a submission and its course lie, and what is wanted of its result. */
export interface Wanted {
  readonly folder: string;
  readonly course: string;
  readonly out: string;
  readonly format: readonly string[];
  readonly since: Result | null;
}

/** What is around a grading: a test has its own. */
export interface Surroundings {
  readonly env: Environment;
  readonly roots: Roots;
}

/** The format that stands for what a platform wants. */
const AUTO = 'auto';

/**
 * Makes ready to announce a result: what is wanted is loaded, so that a format which does
 * not exist is refused before anything is graded. Then the result is printed, and it and
 * its reports are written; the format `auto` stands for the page and for what the
 * platform wants on which this runs.
 */
export async function announcer(
  { folder, course, out, format, since }: Wanted,
  { env, roots }: Surroundings = { env: process.env, roots: ROOTS },
): Promise<(result: Result) => Promise<void>> {
  const auto = format.includes(AUTO);
  const platform = auto ? platformOf(env, isFolder, roots) : 'none';
  const [terminal, reports, delivered] = await Promise.all([
    loadReport('terminal'),
    loadReports(['json', ...format.map((each) => (each === AUTO ? 'html' : each))]),
    loadReports(FORMATS_FOR[platform]),
  ]);
  const compared = since === null ? {} : { since };

  return async (result) => {
    const view = {
      colour: false,
      ...courseSeenFrom(out, course),
      ...compared,
      ...(await submissionAt(folder, env)),
      ...(auto ? { platform: toldToReports(env) } : {}),
    };
    const own = textsOf(reports.values(), result, view, out);
    const page = Object.keys(own).find((file) => path.basename(file) === 'feedback.html');
    const delivery = deliveryTo(
      platform,
      { result, view, out, page: page ?? '' },
      delivered,
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
  };
}

function isFolder(place: string): boolean {
  try {
    return statSync(place).isDirectory();
  } catch {
    return false;
  }
}
