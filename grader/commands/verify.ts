import Table from 'cli-table3';
import colours from 'picocolors';
import { Analyst } from '../analysis/analyst.ts';
import { readCourse } from '../intake/course.ts';
import { readPackageTypes } from '../intake/package-types.ts';
import { loadCheckKinds } from '../load.ts';
import { type Proof, verify } from '../verify.ts';
import { checkedNumber, chosenExercises } from './arguments.ts';

/** `chainrule verify`: a table of what holds of the course. Exit code 1 on any breach. */
export async function verifyCommand(options: {
  readonly course: string;
  readonly only?: readonly string[];
  readonly seeds: string;
}): Promise<number> {
  const course = await readCourse(options.course);
  const only = chosenExercises(course, options.only);
  const seeds = checkedNumber(options.seeds, '--seeds', 1, 10_000);
  const kinds = await loadCheckKinds(course);
  const analyst = new Analyst(await readPackageTypes());
  const tell = process.stderr.isTTY;
  try {
    const proofs = await verify({
      course,
      kinds,
      analyst,
      exercises: course.exercises.filter(({ slug }) => only?.has(slug) ?? true),
      seeds: Math.round(seeds),
      progress: (done) => {
        if (tell) process.stderr.write(`\r\u001b[K${done}`);
      },
    });
    if (tell) process.stderr.write('\r\u001b[K');
    process.stdout.write(`${tableOf(proofs)}\n`);
    const breaches = proofs.filter(({ holds }) => !holds).length;
    process.stdout.write(
      breaches === 0
        ? `${proofs.length} claims hold.\n`
        : `${breaches} of ${proofs.length} claims do not hold.\n`,
    );
    return breaches === 0 ? 0 : 1;
  } finally {
    await analyst.close();
  }
}

function tableOf(proofs: readonly Proof[]): string {
  const table = new Table({
    head: ['exercise', 'claim', '', 'detail'],
    style: { head: [], border: [] },
  });
  const ordered = [...proofs].sort((a, b) => (a.slug < b.slug ? -1 : a.slug > b.slug ? 1 : 0));
  for (const { slug, claim, holds, detail } of ordered) {
    table.push([slug, claim, holds ? colours.green('holds') : colours.red('BREACH'), detail]);
  }
  return table.toString();
}
