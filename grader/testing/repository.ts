import { chmod, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { projectRoot } from './command-line.ts';
import { temporaryFolder, writeFiles } from './temporary.ts';
import { toyCourse } from './toy-course.ts';
import type { Machine } from './workflow.ts';

/** The commit that is graded in it. */
export const COMMIT = 'c0ffee'.padEnd(40, '0');

/** Installs the built program in place of packages, and sees that no script may run. */
const NPM = `#!/usr/bin/env bash
[[ " $* " == *" --ignore-scripts "* ]] || exit 9
echo "$1" >> "$HOME/npm-calls"
mkdir -p node_modules/.bin
ln -sf '${path.join(projectRoot, 'dist', 'cli.js')}' node_modules/.bin/chainrule
`;

export interface Repository extends Machine {
  readonly uploaded: { path?: unknown; name?: unknown }[];
}

/** A student's repository, checked out, with nothing installed. */
export async function repository(files: Readonly<Record<string, string>>): Promise<Repository> {
  const root = await temporaryFolder();
  const [workspace, temp, programs] = ['work', 'temp', 'programs'].map((name) =>
    path.join(root, name),
  ) as [string, string, string];
  const lessons = Object.fromEntries(
    Object.entries(toyCourse).filter(([place]) => place.startsWith('exercises/')),
  );
  await writeFiles(workspace, { ...lessons, 'package.json': '{"private": true}', ...files });
  await mkdir(temp);
  await writeFiles(programs, { npm: NPM });
  await chmod(path.join(programs, 'npm'), 0o755);
  const uploaded: Repository['uploaded'] = [];
  return {
    workspace,
    temp,
    programs,
    env: {
      GITHUB_SERVER_URL: 'https://github.example',
      GITHUB_REPOSITORY: 'school/networks',
      GITHUB_SHA: COMMIT,
      GITHUB_RUN_ID: '99',
    },
    github: { ref: 'refs/heads/main' },
    uploaded,
    actions: {
      'actions/checkout': async () => {},
      'actions/setup-node': async () => {},
      'actions/upload-artifact': async (inputs) => {
        uploaded.push(inputs);
      },
    },
  };
}
