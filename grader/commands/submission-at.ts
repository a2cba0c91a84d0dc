import { realpath } from 'node:fs/promises';
import path from 'node:path';
import type { Environment } from './platform.ts';

/**
 * Where a submission lies in the repository that a workflow checked out, for notes on its
 * lines; nothing where there is no such repository, or the submission lies elsewhere.
 */
export async function submissionAt(
  folder: string,
  { GITHUB_WORKSPACE = '' }: Environment,
): Promise<{ readonly submissionAt?: string }> {
  if (GITHUB_WORKSPACE === '') return {};
  const [workspace, own] = await Promise.all(
    [GITHUB_WORKSPACE, folder].map((place) => realpath(place).catch(() => path.resolve(place))),
  );
  const steps = path.relative(workspace ?? '', own ?? '').split(path.sep);
  const outside = steps[0] === '..' || path.isAbsolute(steps.join(path.sep));
  return outside ? {} : { submissionAt: steps.join('/') };
}
