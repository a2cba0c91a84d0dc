import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { hiddenParts } from '../analysis/stub.ts';
import type { Course } from '../contract/course.ts';
import { Refusal } from '../contract/refusal.ts';
import { readCourse } from '../intake/course.ts';
import { readExerciseFiles } from '../intake/exercise-files.ts';
import { readMistakes } from '../mistakes.ts';
import { Session } from '../sandbox/session.ts';
import { solutionOf } from '../solutions.ts';
import { starterFiles } from '../starter/files.ts';
import { leaksIn, type Secrets } from '../starter/leaks.ts';
import { checkedSeed } from './arguments.ts';
import { exercisesToRelease, keyOf } from './course-parts.ts';
import { graderPackage } from './own-package.ts';
import { stubsOf } from './stub.ts';
import { writeWhole } from './write.ts';

type Files = Readonly<Record<string, string | Buffer>>;

/**
 * `chainrule release`: writes the repository that students start from, with stubs,
 * lessons, a key and this program, and not one line of a solution.
 *
 * @throws Refusal where a line of a solution would be given away, or a file that is
 * there already would be lost
 */
export async function releaseCommand(
  folder: string,
  options: {
    readonly course: string;
    readonly only?: readonly string[];
    readonly seed?: string;
    readonly package?: string;
    readonly comment?: boolean;
    readonly overwrite?: boolean;
  },
): Promise<number> {
  const whole = await readCourse(options.course);
  const course = { ...whole, exercises: exercisesToRelease(whole, options.only) };
  const stubs = stubsOf(whole);
  const [key, secrets, grader, ...given] = await Promise.all([
    keyOf(course, checkedSeed(options.seed ?? '1')),
    secretsOf(whole),
    graderPackage(options.package),
    ...course.exercises.map((exercise) => readExerciseFiles(options.course, exercise)),
  ]);
  const released = new Set(course.exercises.map(({ slug }) => `exercises/${slug}/`));
  const files: Files = {
    ...Object.assign({}, ...given),
    // The author may have tried something in the stub of the course itself.
    ...Object.fromEntries(
      [...stubs].filter(([place]) => released.has(place.replace(/[^/]*$/, ''))),
    ),
    ...starterFiles(course, grader.spec, { comment: options.comment ?? true }),
    ...grader.files,
    'key.json': `${JSON.stringify(key)}\n`,
  };
  const texts = Object.entries(files).filter(([place]) => !(place in grader.files));
  refuseLeaks(Object.fromEntries(texts), secrets, [...stubs.values()]);
  if (options.overwrite !== true) await refuseLosses(folder, files);
  await writeWhole(
    Object.fromEntries(
      Object.entries(files).map(([place, content]) => [path.join(folder, place), content]),
    ),
    'Choose another folder.',
  );
  const slugs = course.exercises.map(({ slug }) => slug).join(', ');
  process.stdout.write(
    `${folder}: ${Object.keys(files).length} files, with ${slugs}.\n` +
      'No telling line of a solution is in them. Try it as a student does: npm install && npm test\n',
  );
  return 0;
}

/** What is hidden of the solutions, what the mistakes put in its place, and every other right way. */
async function secretsOf(course: Course): Promise<Secrets> {
  const secrets = new Map<string, readonly string[]>();
  const session = new Session(256);
  try {
    for (const exercise of course.exercises) {
      const { slug } = exercise;
      const solution = solutionOf(exercise);
      const mistakes = await readMistakes(session, slug, solution);
      secrets.set(`solutions/${slug}/solution.ts`, hiddenParts(solution.source));
      secrets.set(
        `solutions/${slug}/mistakes.ts`,
        mistakes.flatMap(({ edits }) => edits.map(({ replace }) => replace)),
      );
      for (const { name, source } of solution.alternatives) {
        secrets.set(`solutions/${slug}/alternatives/${name}.ts`, [source]);
      }
    }
    return secrets;
  } finally {
    session.close();
  }
}

function refuseLeaks(files: Files, secrets: Secrets, stubs: readonly string[]): void {
  const leaks = leaksIn(
    Object.fromEntries(
      Object.entries(files).map(([place, content]) => [place, content.toString()]),
    ),
    secrets,
    stubs,
  );
  const [first] = leaks;
  if (first === undefined) return;
  const more = leaks.length === 1 ? '' : ` (and ${leaks.length - 1} more such lines)`;
  throw new Refusal(
    'leak',
    `${first.file}, line ${first.line}, gives away "${first.text}" of ${first.from}${more}`,
    `Take it out of the exercise, or ${otherWayOut(first.from)}. Nothing was written.`,
  );
}

/** What else may be done about a line that students would receive, beside changing what they receive. */
function otherWayOut(from: string): string {
  if (from.includes('/alternatives/')) {
    return 'write the alternative otherwise: no line of it may stand where students read';
  }
  return from.endsWith('/mistakes.ts')
    ? 'have the mistake put something else in its place'
    : 'out of the hidden region of the solution';
}

/** @throws Refusal where a file with other contents is in the place of one */
async function refuseLosses(folder: string, files: Files): Promise<void> {
  const lost: string[] = [];
  for (const [place, content] of Object.entries(files)) {
    const file = path.join(folder, place);
    const there = await readFile(file).catch(() => null);
    if (there !== null && !there.equals(Buffer.from(content))) lost.push(place);
  }
  const [first] = lost;
  if (first === undefined) return;
  const others = lost.length === 1 ? '' : ` and ${lost.length - 1} other files`;
  throw new Refusal(
    'would-overwrite',
    `${path.join(folder, first)}${others} would be replaced by other contents`,
    'Choose an empty folder, or add --overwrite when nothing in them is needed any more.',
  );
}
