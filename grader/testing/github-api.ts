import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';

/** A comment as the API tells of it. */
export interface StoredComment {
  readonly id: number;
  readonly body: string;
  readonly type: 'Bot' | 'User';
}

/** An open pull request as the API tells of it. */
export interface StoredPull {
  readonly number: number;
  readonly sha: string;
  readonly from?: string;
  readonly state?: string;
  /** Whether its commit is known to belong to it, as that of a fork's need not be. */
  readonly known?: boolean;
}

/** An answer that the API gives instead of its own, to the first requests that fit. */
export interface Fault {
  readonly method: string;
  readonly status: number;
  readonly times?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether what was asked for is done all the same. */
  readonly done?: boolean;
  readonly body?: string;
}

/** A server on this machine that plays the API of GitHub. */
export interface Api {
  readonly url: string;
  readonly comments: readonly StoredComment[];
  /** Methods and places of the requests, in order. */
  readonly asked: readonly string[];
  readonly tokens: ReadonlySet<string | undefined>;
}

const REPOSITORY = 'school/networks';

/** Starts the server; it ends with the test. */
export async function githubApi(
  given: {
    readonly comments?: readonly StoredComment[];
    readonly pulls?: readonly StoredPull[];
    readonly faults?: readonly Fault[];
  } = {},
): Promise<Api> {
  const comments = [...(given.comments ?? [])];
  const faults = (given.faults ?? []).map((fault) => ({ ...fault, left: fault.times ?? 1 }));
  const asked: string[] = [];
  const tokens = new Set<string | undefined>();
  const pulls = (given.pulls ?? []).map((pull) => ({
    number: pull.number,
    state: pull.state ?? 'open',
    known: pull.known ?? true,
    head: { sha: pull.sha, repo: { full_name: pull.from ?? REPOSITORY } },
    base: { repo: { full_name: REPOSITORY } },
  }));
  const shown = ({ id, body, type }: StoredComment) => ({
    id,
    body,
    html_url: `https://github.example/${REPOSITORY}/pull/7#issuecomment-${id}`,
    user: { login: 'somebody', type },
  });

  const answer = (method: string, place: URL, sent: string): unknown => {
    const { body = '' } = sent === '' ? {} : JSON.parse(sent);
    const page = <T>(all: readonly T[]) => {
      const size = Number(place.searchParams.get('per_page') ?? 30);
      const nth = Number(place.searchParams.get('page') ?? 1);
      return all.slice((nth - 1) * size, nth * size);
    };
    const rest = place.pathname.replace(`/repos/${REPOSITORY}/`, '');
    const [, sha] = /^commits\/(\w+)\/pulls$/.exec(rest) ?? [];
    if (sha !== undefined) return pulls.filter((each) => each.known && each.head.sha === sha);
    if (rest === 'pulls') return page(pulls.filter(({ state }) => state === 'open'));
    const [, id] = /^issues\/comments\/(\d+)$/.exec(rest) ?? [];
    if (id !== undefined && method === 'PATCH') {
      const at = comments.findIndex((each) => each.id === Number(id));
      const there = comments[at];
      if (there === undefined) return null;
      comments[at] = { ...there, body };
      return shown({ ...there, body });
    }
    if (!/^issues\/7\/comments$/.test(rest)) return null;
    if (method === 'GET') return page(comments).map(shown);
    const made = { id: 1000 + comments.length, body, type: 'Bot' as const };
    comments.push(made);
    return shown(made);
  };

  const server = createServer(async (request, response) => {
    const place = new URL(request.url ?? '/', 'http://localhost');
    const method = request.method ?? '';
    asked.push(`${method} ${place.pathname.replace(`/repos/${REPOSITORY}/`, '')}`);
    tokens.add(request.headers.authorization);
    const sent = await text(request);
    const fault = faults.find((each) => each.method === method && each.left > 0);
    if (fault !== undefined) {
      fault.left -= 1;
      if (fault.done === true) answer(method, place, sent);
      response.writeHead(fault.status, fault.headers).end(fault.body ?? '{"message":"no"}');
      return;
    }
    const found = answer(method, place, sent);
    response.writeHead(found === null ? 404 : 200, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify(found ?? { message: 'Not Found' }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return { url: `http://127.0.0.1:${address.port}`, comments, asked, tokens };
}
