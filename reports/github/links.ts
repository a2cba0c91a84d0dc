import type { RenderOptions } from '../words/report.ts';

/** Where on a platform a submission was graded, as far as its environment says so in a form that is known. */
export interface Origin {
  /** The page of the run, with its log and its files. */
  readonly run: string | null;
  /** The commit that was graded, in full: the platform makes a link of it. */
  readonly commit: string | null;
}

const SERVER = /^https:\/\/[\w.-]+(:\d+)?$/;
const REPOSITORY = /^[\w.-]+\/[\w.-]+$/;
const RUN = /^\d{1,20}$/;
const COMMIT = /^[\da-f]{40}([\da-f]{24})?$/;

/** Nothing of a student's is in these names; what has another form is left out all the same. */
export function originOf({ platform = {} }: RenderOptions): Origin {
  const known = (name: string, form: RegExp) => {
    const word = platform[name] ?? '';
    return form.test(word) ? word : null;
  };
  const server = known('GITHUB_SERVER_URL', SERVER);
  const repository = known('GITHUB_REPOSITORY', REPOSITORY);
  const run = known('GITHUB_RUN_ID', RUN);
  return {
    run:
      server === null || repository === null || run === null
        ? null
        : `${server}/${repository}/actions/runs/${run}`,
    commit: known('GITHUB_SHA', COMMIT),
  };
}
