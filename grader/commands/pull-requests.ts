import { type Static, Type } from '@sinclair/typebox';
import { COMMENT_MARKER } from '../../reports/github/marker.ts';
import { type Access, ask } from './github.ts';

/** Of a fork that is gone, nothing is left. */
const Repository = Type.Union([Type.Object({ full_name: Type.String() }), Type.Null()]);

const Pull = Type.Object({
  number: Type.Integer({ minimum: 1 }),
  state: Type.String(),
  head: Type.Object({ sha: Type.String(), repo: Repository }),
  base: Type.Object({ repo: Repository }),
});

const Pulls = Type.Array(Pull);

const PER_PAGE = 100;
/** Pages that are looked through before it is given up. */
const MOST_PAGES = 50;

/**
 * Numbers of the open pull requests that end with a commit. A commit of a fork's is not
 * always known as part of one: then all that are open are looked through.
 *
 * @param from repository that the commit was pushed to: another's request is left alone
 */
export async function pullsWithHead(
  access: Access,
  commit: string,
  from: string | undefined,
): Promise<readonly number[]> {
  const fit = ({ state, head, base }: Static<typeof Pull>) =>
    state === 'open' &&
    head.sha === commit &&
    isNamed(base.repo, access.repository) &&
    (from === undefined || isNamed(head.repo, from));
  const none = [404, 422];
  const known = await ask(access, Pulls, 'GET', `commits/${commit}/pulls?per_page=${PER_PAGE}`, {
    none,
  });
  const found = (known ?? []).filter(fit);
  if (found.length > 0) return found.map(({ number }) => number);
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const query = `state=open&sort=updated&direction=desc&per_page=${PER_PAGE}&page=${page}`;
    const some = (await ask(access, Pulls, 'GET', `pulls?${query}`)) ?? [];
    found.push(...some.filter(fit));
    if (found.length > 0 || some.length < PER_PAGE) break;
  }
  return found.map(({ number }) => number);
}

function isNamed(repository: Static<typeof Repository>, name: string): boolean {
  return repository?.full_name.toLowerCase() === name.toLowerCase();
}

const Comment = Type.Object({
  id: Type.Integer({ minimum: 1 }),
  html_url: Type.String(),
  body: Type.Optional(Type.Union([Type.String(), Type.Null()])),
  user: Type.Union([Type.Object({ type: Type.String() }), Type.Null()]),
});

/**
 * Writes the comment of a pull request, and says where it stands. It is known by how it
 * begins and by who wrote it: a person may begin a comment in the same way.
 */
export async function writeComment(access: Access, pull: number, body: string): Promise<string> {
  const comments = `issues/${pull}/comments`;
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const query = `per_page=${PER_PAGE}&page=${page}`;
    const some = (await ask(access, Type.Array(Comment), 'GET', `${comments}?${query}`)) ?? [];
    for (const { id, user, body: there } of some) {
      if (user?.type !== 'Bot' || !there?.startsWith(COMMENT_MARKER)) continue;
      // Gone meanwhile, or another bot's: then it is not the one.
      const none = [403, 404];
      const sent = { body: { body }, none };
      const changed = await ask(access, Comment, 'PATCH', `issues/comments/${id}`, sent);
      if (changed !== null) return changed.html_url;
    }
    if (some.length < PER_PAGE) break;
  }
  const made = await ask(access, Comment, 'POST', comments, { body: { body } });
  return made?.html_url ?? '';
}
