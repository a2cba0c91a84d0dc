import { oneLine } from '../../reports/words/plain.ts';
import { Refusal } from '../contract/refusal.ts';
import { readStrangersResult } from '../intake/documents.ts';
import { loadReport } from '../load.ts';
import { accessFrom, patiently, REPOSITORY } from './github.ts';
import type { Environment } from './platform.ts';
import { pullsWithHead, writeComment } from './pull-requests.ts';
import { readSince } from './since.ts';
import { print } from './workflow-log.ts';

interface CommentOptions {
  readonly pullRequest?: string;
  readonly commit?: string;
  readonly from?: string;
  readonly run?: string;
  readonly since?: string;
}

/**
 * `chainrule comment`: makes the one comment of a pull request from a result, or writes it
 * anew. The result may be a stranger's: nothing of it is obeyed, and no link is taken from it.
 *
 * @throws Refusal when the platform does not let it
 */
export async function commentCommand(
  file: string,
  options: CommentOptions,
  env: Environment = process.env,
): Promise<number> {
  const asked = checked(options);
  const access = accessFrom({ GITHUB_API_URL: 'https://api.github.com', ...env });
  const result = await readStrangersResult(file);
  const since =
    options.since === undefined ? {} : { since: await readSince(options.since, result.course) };
  const report = await loadReport('comment');
  const body = report.render(result, {
    colour: false,
    ...since,
    platform: {
      GITHUB_SERVER_URL: env.GITHUB_SERVER_URL,
      GITHUB_REPOSITORY: access.repository,
      GITHUB_RUN_ID: asked.run,
      GITHUB_SHA: asked.commit,
    },
  });
  const pulls =
    asked.pullRequest === null
      ? await patiently(() => pullsWithHead(access, asked.commit ?? '', asked.from))
      : [asked.pullRequest];
  const places: string[] = [];
  for (const pull of pulls) places.push(await patiently(() => writeComment(access, pull, body)));
  print(
    places.length === 0
      ? 'No open pull request ends with this commit any more: no comment was written.\n'
      : places.map((url) => `${oneLine(url)}\n`).join(''),
    env,
  );
  return 0;
}

function checked({ pullRequest, commit, from, run }: CommentOptions) {
  const word = (text: string | undefined, name: string, form: RegExp, example: string) => {
    if (text === undefined || form.test(text)) return text;
    throw new Refusal('bad-argument', `${name} is "${text}"`, `Give it as in ${name} ${example}.`);
  };
  if (pullRequest === undefined && commit === undefined) {
    throw new Refusal(
      'bad-argument',
      'It is not said which pull request this is about',
      'Give --pull-request and its number, or --commit and the commit that was graded.',
    );
  }
  const number = word(pullRequest, '--pull-request', /^[1-9]\d{0,9}$/, '12');
  return {
    pullRequest: number === undefined ? null : Number(number),
    commit: word(commit, '--commit', /^([\da-f]{40}|[\da-f]{64})$/, '0123…, in full'),
    from: word(from, '--from', REPOSITORY, 'owner/name'),
    run: word(run, '--run', /^\d{1,20}$/, '1234567'),
  };
}
