import action from '../../.github/actions/grade/action.yml?raw';
import commentWorkflow from '../../.github/workflows/comment.yml?raw';
import gradeWorkflow from '../../.github/workflows/grade.yml?raw';
import ownPackage from '../../package.json' with { type: 'json' };
import type { Course, CourseExercise } from '../contract/course.ts';
import { readmeFor } from './readme.ts';
import { GIT_FILES, json, packageName, type Texts, tsconfigFor } from './texts.ts';

/**
 * What a student's repository holds beside exercises and key, so that `npm install`
 * and `npm test` do everything there.
 *
 * @param grader what package.json says of Chainrule: a version, or `file:` and a place
 * @param options whether with the workflow that may write comments
 */
export function starterFiles(
  course: Course,
  grader: string,
  { comment }: { readonly comment: boolean },
): Texts {
  return {
    'package.json': json({
      name: packageName(course.id),
      private: true,
      type: 'module',
      chainrule: { course: course.id },
      engines: { node: ownPackage.engines.node },
      scripts: {
        test: 'vitest run',
        watch: 'chainrule watch',
        grade: 'chainrule grade .',
      },
      devDependencies: {
        chainrule: grader,
        'ml-matrix': ownPackage.dependencies['ml-matrix'],
        vitest: ownPackage.devDependencies.vitest,
      },
    }),
    'vitest.config.ts': VITEST,
    'tsconfig.json': tsconfigFor(['exercises']),
    ...GIT_FILES,
    '.devcontainer/devcontainer.json': json({
      name: course.id,
      image: 'mcr.microsoft.com/devcontainers/typescript-node:4-24-bookworm',
      postCreateCommand: 'npm install',
      customizations: { vscode: { extensions: ['vitest.explorer'] } },
    }),
    '.github/actions/grade/action.yml': action,
    ...(comment ? { '.github/workflows/comment.yml': commentWorkflow } : {}),
    '.github/workflows/grade.yml': gradeWorkflow,
    '.vscode/extensions.json': json({ recommendations: ['vitest.explorer'] }),
    '.vscode/launch.json': json(LAUNCH),
    'README.md': readmeFor(course),
    ...Object.fromEntries(course.exercises.map((exercise) => [placeOf(exercise), tests(exercise)])),
  };
}

/** Where the tests of an exercise lie: beside the stub, so that its folder's number chooses them. */
function placeOf({ slug, manifest: { file } }: CourseExercise): string {
  return `exercises/${slug}/${file.replace(/\.ts$/, '.test.ts')}`;
}

function tests({ manifest: { file } }: CourseExercise): string {
  return `import { exercise } from 'chainrule/vitest';

// Every check of this exercise as a test. There is nothing to write here: your work goes into ${file}.
await exercise(import.meta.dirname, {
  work: () => import('./${file}'),
  probes: () => import('./probes.ts'),
});
`;
}

const VITEST = `import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['exercises/*/*.test.ts'],
    // One exercise after the other, in their order, in one process that keeps what it has loaded.
    isolate: false,
    fileParallelism: false,
    sequence: { shuffle: false },
  },
});
`;

const LAUNCH = {
  version: '0.2.0',
  configurations: [
    {
      name: 'Debug the exercise of the open file',
      type: 'node',
      request: 'launch',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the editor fills it in.
      program: '${workspaceFolder}/node_modules/vitest/vitest.mjs',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the editor fills it in.
      args: ['run', '${relativeFileDirname}'],
      autoAttachChildProcesses: true,
      skipFiles: ['<node_internals>/**', '**/node_modules/**'],
      smartStep: true,
      console: 'integratedTerminal',
    },
  ],
};
