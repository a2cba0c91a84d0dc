import path from 'node:path';
import type { RenderOptions, Report } from '../../reports/words/report.ts';
import { Refusal } from '../contract/refusal.ts';
import type { Result, Status } from '../contract/result.ts';
import type { Platform, Roots } from './platform.ts';

/** What a platform is given of one grading, beside the reports that were asked for. */
export interface Delivery {
  /** Texts by their files. */
  readonly files: Readonly<Record<string, string>>;
  /** Markdown for the summary of the step. */
  readonly summary: string;
  /** Outputs of the step, for the steps after it. */
  readonly outputs: Readonly<Record<string, string>>;
  /** Commands for the runner, to be printed. */
  readonly commands: string;
}

const NOTHING: Delivery = { files: {}, summary: '', outputs: {}, commands: '' };

/** The formats that are needed for a platform; the page is written everywhere. */
export const FORMATS_FOR: Readonly<Record<Platform, readonly string[]>> = {
  'github-actions': ['summary', 'annotations', 'comment', 'classroom'],
  classroom50: ['summary', 'annotations', 'release-body', 'classroom50'],
  gradescope: ['gradescope'],
  prairielearn: ['prairielearn'],
  'gitlab-ci': ['junit'],
  none: [],
};

/** One graded submission and where its reports go. */
export interface Graded {
  readonly result: Result;
  readonly view: RenderOptions;
  /** The folder of the reports. */
  readonly out: string;
  /** Where the student's page was written. */
  readonly page: string;
}

/**
 * What a platform wants of a graded submission, and where it looks for it. Nothing is
 * written here.
 *
 * @param reports those of {@link FORMATS_FOR} the platform, by their names
 */
export function deliveryTo(
  platform: Platform,
  { result, view, out, page }: Graded,
  reports: ReadonlyMap<string, Report>,
  roots: Roots,
): Delivery {
  const drawn = (format: string): string => {
    const report = reports.get(format);
    if (report === undefined) throw new Error(`the report "${format}" was not loaded`);
    return report.render(result, view);
  };
  switch (platform) {
    case 'github-actions':
      return {
        files: { [path.join(out, 'comment.md')]: drawn('comment') },
        summary: drawn('summary'),
        outputs: {
          ...score(result),
          status: result.status,
          result: Buffer.from(drawn('classroom')).toString('base64'),
          report: page.split(path.sep).join('/'),
        },
        commands: drawn('annotations'),
      };
    case 'classroom50':
      return {
        files: { 'result.json': drawn('classroom50'), 'release-body.md': drawn('release-body') },
        summary: drawn('summary'),
        outputs: { status: STATES[result.status], summary: inOneLine(result) },
        commands: drawn('annotations'),
      };
    case 'gradescope':
      return {
        ...NOTHING,
        files: { [path.join(roots.gradescope, 'results/results.json')]: drawn('gradescope') },
      };
    case 'prairielearn':
      return {
        ...NOTHING,
        files: { [path.join(roots.prairielearn, 'results/results.json')]: drawn('prairielearn') },
      };
    case 'gitlab-ci':
      return { ...NOTHING, files: { [path.join(out, 'junit.xml')]: drawn('junit') } };
    case 'none':
      return NOTHING;
  }
}

/** What Classroom 50 calls the outcomes. */
const STATES: Readonly<Record<Status, string>> = {
  pass: 'success',
  fail: 'failure',
  error: 'error',
  skip: 'failure',
};

function score({ points: { earned, possible } }: Result) {
  return {
    points: String(earned / 1000),
    possible: String(possible / 1000),
    // Rounded down: what is not everything is not 100.
    percent: String(possible === 0 ? 0 : Math.floor((earned * 1000) / possible) / 10),
  };
}

function inOneLine(result: Result): string {
  const { points, possible } = score(result);
  return `Chainrule: ${points} of ${possible} points`;
}

/**
 * All files of a grading together.
 *
 * @throws Refusal where the platform wants a file of its own at the place of another
 */
export function withoutCollision(
  own: Readonly<Record<string, string>>,
  { files }: Delivery,
): Readonly<Record<string, string>> {
  const taken = new Map(Object.entries(own).map(([file, text]) => [path.resolve(file), text]));
  for (const [file, text] of Object.entries(files)) {
    if ((taken.get(path.resolve(file)) ?? text) === text) continue;
    throw new Refusal(
      'bad-argument',
      `${file} is a report, and what this platform reads has the same name`,
      'Choose another folder with --out.',
    );
  }
  return { ...own, ...files };
}
