import path from 'node:path';
import Table from 'cli-table3';
import colours from 'picocolors';
import { points } from '../../reports/words/numbers.ts';
import { oneLine } from '../../reports/words/plain.ts';
import { firstToDo, OUTCOMES, outcomeInWords } from '../../reports/words/student.ts';
import type { Course } from '../contract/course.ts';
import type { Result } from '../contract/result.ts';
import { type DemoSubmission, demoClass, UNJUDGED } from '../demo-class.ts';
import { grade } from '../grade.ts';
import { readCourse } from '../intake/course.ts';
import { readSubmission } from '../intake/submission.ts';
import { KeyMaker } from '../make-key.ts';
import { checkedSeed } from './arguments.ts';
import { withWorkbench } from './workbench.ts';
import { writeWhole } from './write.ts';
import { writeClass } from './write-class.ts';

/** `chainrule demo`: grades a small class made from the course, and writes its pages. */
export async function demoCommand(options: {
  readonly course: string;
  readonly seed?: string;
  readonly out: string;
}): Promise<number> {
  const course = await readCourse(options.course);
  const keys = new KeyMaker(course, checkedSeed(options.seed ?? '1'));
  const results: Result[] = [];
  try {
    await withWorkbench(course, { many: true }, async (workbench) => {
      for (const member of await demoClass(course)) {
        const folder = path.join(options.out, 'class', member.id);
        await handIn(folder, course, member);
        const submission = await readSubmission(folder, course);
        const own = { ...workbench, keys: member.keyFrom?.(keys) ?? keys };
        const { result } = await grade(own, submission);
        results.push(result);
        if (process.stderr.isTTY) process.stderr.write(`\r\u001b[Kgraded ${member.id}`);
      }
    });
  } finally {
    keys.close();
  }
  const index = await writeClass(results, { ...options, title: course.id });
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  process.stdout.write(`${tableOf(course, results)}\n`);
  process.stdout.write(
    `${results.length} submissions graded. Open ${index} in a browser: the class, and from there a page for each submission.\n`,
  );
  // One of the class is there to show what it looks like when we cannot judge.
  const broken = results.some(
    ({ status, submission }) => status === 'error' && submission !== UNJUDGED,
  );
  return broken ? 2 : 0;
}

async function handIn(folder: string, course: Course, { files }: DemoSubmission): Promise<void> {
  await writeWhole(
    Object.fromEntries(
      course.exercises.map(({ slug, manifest }) => [
        path.join(folder, 'exercises', slug, manifest.file),
        files.get(slug) ?? '',
      ]),
    ),
  );
}

function tableOf(course: Course, results: readonly Result[]): string {
  const numbers = [...course.exercises.map(() => 5), 7];
  const names = Math.max(...results.map(({ submission }) => submission.length)) + 2;
  const taken = [names, ...numbers].reduce((sum, width) => sum + width + 1, 2);
  const rest = Math.max(16, (process.stdout.columns ?? 100) - taken);
  const table = new Table({
    head: [
      'submission',
      ...course.exercises.map(({ slug }) => slug.slice(0, 2)),
      'total',
      'what to do first',
    ],
    style: { head: [], border: [], compact: true },
    colAligns: ['left', ...numbers.map(() => 'right' as const), 'left'],
    colWidths: [names, ...numbers, rest],
    wordWrap: true,
    wrapOnWordBoundary: true,
  });
  for (const result of results) {
    const first = firstToDo(result.exercises);
    const hint = first === null ? '' : wordsFor(first);
    table.push([
      result.submission,
      ...result.exercises.map(({ points: { earned }, status }) =>
        status === 'pass' ? colours.green(points(earned)) : colours.red(points(earned)),
      ),
      points(result.points.earned),
      hint === '' ? `${OUTCOMES[result.status].word}` : hint,
    ]);
  }
  return table.toString();
}

function wordsFor({ exercise, check }: NonNullable<ReturnType<typeof firstToDo>>): string {
  const mistake = exercise.mistakes.find(({ id }) => id === check.means.mistake);
  const words = mistake?.title ?? outcomeInWords(check, exercise);
  return `${exercise.slug.slice(0, 2)}: ${oneLine(words)}`;
}
