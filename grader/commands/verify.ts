import Table from 'cli-table3';
import colours from 'picocolors';
import { readCourse } from '../intake/course.ts';
import { CLAIMS, type Proof } from '../verify/proof.ts';
import { verify } from '../verify.ts';
import { checkedNumber, chosenExercises } from './arguments.ts';
import { verifyMutants } from './verify-mutants.ts';
import { withWorkbench } from './workbench.ts';

/** `chainrule verify`: a table of what holds of the course. Exit code 1 on any breach. */
export async function verifyCommand(options: {
  readonly course: string;
  readonly only?: readonly string[];
  readonly seeds: string;
  readonly mutants?: boolean;
}): Promise<number> {
  const course = await readCourse(options.course);
  const only = chosenExercises(course, options.only);
  const seeds = Math.round(checkedNumber(options.seeds, '--seeds', 1, 10_000));
  const exercises = course.exercises.filter(({ slug }) => only?.has(slug) ?? true);
  const tell = process.stderr.isTTY;
  const progress = (done: string): void => {
    if (tell) process.stderr.write(`\r\u001b[K${done}`);
  };
  if (options.mutants === true) return verifyMutants(course, exercises, progress);
  const proofs = await withWorkbench(course, { many: true }, (workbench) =>
    verify({ ...workbench, exercises, seeds, progress }),
  );
  progress('');
  process.stdout.write(`${tableOf(proofs)}\n`);
  const breaches = proofs.filter(({ holds }) => !holds).length;
  process.stdout.write(
    breaches === 0
      ? `${proofs.length} claims hold. The solutions were tried on ${seeds} ${seeds === 1 ? 'seed' : 'seeds'}.\n`
      : `${breaches} of ${proofs.length} claims do not hold.\n`,
  );
  return breaches === 0 ? 0 : 1;
}

/** One row an exercise, one column a claim; breaches are told in full below. */
function tableOf(proofs: readonly Proof[]): string {
  const table = new Table({
    head: ['exercise', ...CLAIMS],
    style: { head: [], border: [], compact: true },
  });
  for (const slug of new Set(proofs.map((proof) => proof.slug))) {
    const cells = CLAIMS.map((claim) => {
      const proof = proofs.find((each) => each.slug === slug && each.claim === claim);
      if (proof === undefined) return '';
      return proof.holds ? colours.green(proof.detail) : colours.red('BREACH');
    });
    table.push([slug, ...cells]);
  }
  const breaches = proofs
    .filter(({ holds }) => !holds)
    .map(({ slug, claim, detail }) => colours.red(`BREACH in ${slug}, ${claim}: ${detail}`));
  return [table.toString(), ...breaches].join('\n');
}
