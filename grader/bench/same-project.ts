import { mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { asHandedIn } from '../analysis/stub.ts';
import type { Course } from '../contract/course.ts';

const root = process.cwd();

/** How the benched files name what lies outside their folder. */
const alias = {
  '@grader': path.join(root, 'grader'),
  '@root': root,
  'chainrule/fixtures': path.join(root, 'grader/sandbox/inside/fixtures.ts'),
};

/** Lays out a right submission, and beside it an ordinary Vitest project with the same checks. */
export async function handIn({ exercises }: Course, place: string): Promise<void> {
  const write = async (name: string, text: string): Promise<void> => {
    const file = path.join(place, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  };
  const names = new Map(exercises.map(({ slug, manifest }) => [slug, manifest.file]));
  for (const { slug, manifest, solution, probes } of exercises) {
    const text = asHandedIn(solution?.source ?? '', names);
    await write(`submission/exercises/${slug}/${manifest.file}`, text);
    // Probes import stubs of earlier exercises, which the reference stands in for.
    const linked = exercises.reduce(
      (source, earlier) =>
        source.replaceAll(
          `../${earlier.slug}/${earlier.manifest.file}`,
          `@root/solutions/${earlier.slug}/solution.ts`,
        ),
      probes,
    );
    await write(`probes/${slug}.ts`, linked);
    await write(
      `${slug}.test.ts`,
      [
        "import { sameChecks } from '@grader/bench/same-checks.ts';",
        `import manifest from '@root/exercises/${slug}/exercise.json';`,
        `import { probes } from './probes/${slug}.ts';`,
        `import * as reference from '@root/solutions/${slug}/solution.ts';`,
        `import * as student from './submission/exercises/${slug}/${manifest.file}';`,
        'sameChecks({ manifest, probes, reference, student });',
      ].join('\n'),
    );
  }
  await write(
    'vitest.config.ts',
    `export default {
  resolve: { alias: ${JSON.stringify(alias)} },
  test: { include: ['*.test.ts'] },
};`,
  );
  await symlink(path.join(root, 'node_modules'), path.join(place, 'node_modules'));
}

/**
 * Builds a program that runs all functions of a submission on every case, and says how many
 * milliseconds they computed; it needs what is handed in.
 *
 * @param submission its folder
 */
export async function computeProgram(
  { exercises }: Course,
  place: string,
  submission = path.join(place, 'submission'),
): Promise<string> {
  const imports = exercises.flatMap(({ slug, manifest }, at) => [
    `import * as reference${at} from '@root/solutions/${slug}/solution.ts';`,
    `import * as student${at} from '${submission}/exercises/${slug}/${manifest.file}';`,
    `import { probes as probes${at} } from './probes/${slug}.ts';`,
  ]);
  const fields = ['student', 'reference', 'probes'];
  const computations = exercises.map(
    (_, at) => `{ ${fields.map((name) => `${name}: ${name}${at}`).join(', ')} }`,
  );
  const outfile = path.join(place, `compute-${path.basename(submission)}.mjs`);
  await build({
    stdin: {
      contents: [
        "import { millisecondsOf } from '@grader/bench/compute.ts';",
        ...imports,
        `console.log(millisecondsOf([${computations}]));`,
      ].join('\n'),
      resolveDir: place,
    },
    alias,
    bundle: true,
    platform: 'node',
    format: 'esm',
    // A call of a name that is not there is a student's mistake.
    logLevel: 'error',
    outfile,
  });
  return outfile;
}
