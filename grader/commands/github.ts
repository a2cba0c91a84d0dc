import { setTimeout } from 'node:timers/promises';
import type { Static, TSchema } from '@sinclair/typebox';
import type { Frozen } from '../contract/identity.ts';
import { Refusal } from '../contract/refusal.ts';
import { validated } from '../contract/validator.ts';
import type { Environment } from './platform.ts';

/** How to reach a repository on GitHub, or on a server like it. */
export interface Access {
  readonly api: string;
  readonly repository: string;
  readonly token: string;
}

export const REPOSITORY = /^[\w.-]+\/[\w.-]+$/;

/**
 * What the environment of a workflow says of its repository. No message names the token.
 *
 * @throws Refusal where something lacks
 */
export function accessFrom(env: Environment): Access {
  const remedy = 'Run this in a job of a workflow, with the token of the job as GITHUB_TOKEN.';
  const word = (name: string, form: RegExp): string => {
    const found = (env[name] ?? '').trim();
    if (form.test(found)) return found;
    const why = found === '' ? 'is not set' : 'has not the form that it should have';
    throw new Refusal('bad-argument', `${name} ${why}`, remedy);
  };
  return {
    api: word('GITHUB_API_URL', /^https?:\/\/[^\s?#]+$/).replace(/\/$/, ''),
    repository: word('GITHUB_REPOSITORY', REPOSITORY),
    token: word('GITHUB_TOKEN', /^[\x21-\x7e]+$/),
  };
}

/** An answer for which it is worth asking again. */
class TryAgain extends Error {
  /** @param after seconds that the server asks for, if it does */
  constructor(
    readonly what: string,
    readonly after: number | null,
  ) {
    super(what);
  }
}

const TRIES = 4;
const LONGEST_PAUSE = 30;
const LONGEST_ANSWER_MS = 20_000;

/** Seconds to wait before trying for the n-th time again, from 1. */
export function pauseBefore(nth: number, asked: number | null): number {
  return Math.min(LONGEST_PAUSE, Math.max(0, asked ?? 2 ** nth));
}

/**
 * Does a piece of work again, a few times, while the server cannot serve it. The whole of
 * it: what was written although the answer was lost is found when it is done again.
 *
 * @throws Refusal when the last try failed like the others
 */
export async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let nth = 1; ; nth += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof TryAgain)) throw error;
      if (nth === TRIES) {
        throw new Refusal('api-refused', error.what, 'Try again later.');
      }
      await setTimeout(pauseBefore(nth, error.after) * 1000);
    }
  }
}

/**
 * Asks one thing of the repository.
 *
 * @param place below the repository: `issues/1/comments`
 * @returns what was answered, held to a schema; `null` where one of the statuses `none` came
 * @throws Refusal, or what {@link patiently} deals with
 */
export async function ask<Schema extends TSchema>(
  { api, repository, token }: Access,
  schema: Schema,
  method: 'GET' | 'POST' | 'PATCH',
  place: string,
  { body, none = [] }: { readonly body?: object; readonly none?: readonly number[] } = {},
): Promise<Frozen<Static<Schema>> | null> {
  const what = `${method} ${api}/repos/${repository}/${place}`;
  let answer: Response;
  let text: string;
  try {
    answer = await fetch(`${api}/repos/${repository}/${place}`, {
      method,
      // A redirection could take the token elsewhere.
      redirect: 'manual',
      signal: AbortSignal.timeout(LONGEST_ANSWER_MS),
      headers: {
        Accept: 'application/vnd.github+json',
        Authorization: `Bearer ${token}`,
        'User-Agent': 'chainrule',
        'X-GitHub-Api-Version': '2022-11-28',
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    text = await answer.text();
  } catch {
    // What a request says of its failure may quote the request.
    throw new TryAgain(`There is no answer to ${what}`, null);
  }
  if (none.includes(answer.status)) return null;
  if (!answer.ok) throw refusal(answer, what);
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    data = undefined;
  }
  return validated(schema, data, {
    code: 'api-refused',
    what: `The answer to ${what}`,
    remedy: 'Check that GITHUB_API_URL is the address of the API.',
  });
}

function refusal({ status, headers }: Response, what: string): Error {
  const after = headers.get('retry-after');
  const limited = after !== null || headers.get('x-ratelimit-remaining') === '0';
  if (status >= 500 || status === 429 || (status === 403 && limited)) {
    const seconds = Number.parseInt(after ?? '', 10);
    return new TryAgain(
      `${status} is the answer to ${what}`,
      Number.isNaN(seconds) ? null : seconds,
    );
  }
  const { why, remedy } = REFUSALS[status] ?? {
    why: 'is refused',
    remedy: 'Check that the address and the repository are right.',
  };
  return new Refusal('api-refused', `${what} ${why} (${status})`, remedy);
}

const REFUSALS: Readonly<Record<number, { readonly why: string; readonly remedy: string }>> = {
  401: {
    why: 'is refused, because the token is not accepted',
    remedy: 'Set GITHUB_TOKEN to the token of this job.',
  },
  403: {
    why: 'is not allowed to this token',
    remedy:
      'Give the job "permissions: pull-requests: write"; what a pull request of a fork starts never has it, a workflow_run has.',
  },
  404: {
    why: 'leads nowhere, or to something that this token may not see',
    remedy:
      'Check GITHUB_REPOSITORY, the number of the pull request and the permissions of the job.',
  },
};
