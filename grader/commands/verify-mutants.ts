import Table from 'cli-table3';
import colours from 'picocolors';
import type { Course, CourseExercise } from '../contract/course.ts';
import { type Mutation, type Survivor, tryMutants } from '../mutation.ts';
import { solutionOf } from '../solutions.ts';
import { withWorkbench } from './workbench.ts';

/**
 * `chainrule verify --mutants`: what became of every small mistake in the solutions.
 *
 * @param tell called after each mutant, with what is done
 * @returns exit code: 1 where one loses no points and is not recorded, or a record speaks of none
 */
export async function verifyMutants(
  course: Course,
  exercises: readonly CourseExercise[],
  tell: (done: string) => void,
): Promise<number> {
  const mutations = await withWorkbench(course, { many: false }, async (workbench) => {
    const mutations: Mutation[] = [];
    for (const exercise of exercises) {
      const progress = (done: number, all: number): void =>
        tell(`mutants of ${exercise.slug}, ${done} of ${all}`);
      const trial = { ...workbench, progress };
      mutations.push(await tryMutants(exercise, solutionOf(exercise), trial));
    }
    return mutations;
  });
  tell('');
  process.stdout.write(`${wordsFor(mutations)}\n`);
  return mutations.every(holds) ? 0 : 1;
}

function holds({ survivors, stale }: Mutation): boolean {
  return survivors.length === 0 && stale.length === 0;
}

/** One row an exercise; survivors with their difference, and checks of little use, are told below. */
export function wordsFor(mutations: readonly Mutation[]): string {
  const table = new Table({
    head: ['exercise', 'mutants', 'killed', 'equivalent', 'survivors', 'killed of the others'],
    style: { head: [], border: [], compact: true },
  });
  for (const mutation of mutations) {
    const { slug, mutants, killed, equivalent, survivors } = mutation;
    const share = `${((100 * killed) / Math.max(1, mutants - equivalent)).toFixed(1)} %`;
    const colour = holds(mutation) ? colours.green : colours.red;
    table.push([slug, mutants, killed, equivalent, survivors.length, colour(share)]);
  }
  return [table.toString(), ...mutations.flatMap(remarksOn)].join('\n');
}

function remarksOn({ slug, survivors, stale, checks }: Mutation): readonly string[] {
  const nothing = checks.filter(({ kills }) => kills === 0).map(({ id }) => id);
  const notAlone = checks
    .filter(({ kills, alone }) => kills > 0 && alone === 0)
    .map(({ id, kills }) => `${id} (${kills})`);
  return [
    ...survivors.map((survivor) => inWords(slug, survivor)),
    ...stale.map(({ from, to }) =>
      colours.red(`STALE in ${slug}, equivalents.json speaks of no survivor:\n${diff(from, to)}`),
    ),
    ...(nothing.length === 0 ? [] : [`${slug}: no mutant fails ${nothing.join(', ')}`]),
    ...(notAlone.length === 0
      ? []
      : [`${slug}: what these fail, others fail too: ${notAlone.join(', ')}`]),
  ];
}

const SHOWS: Readonly<Record<Survivor['shows'], string>> = {
  nowhere: 'answers every probe as the solution does',
  'in bits': 'answers otherwise, and within the tolerance of every check',
  'with other seeds': 'loses points with other seeds alone',
};

function inWords(slug: string, { operator, line, column, from, to, shows }: Survivor): string {
  const head = `SURVIVOR in ${slug}, line ${line}, column ${column}, ${operator}: ${SHOWS[shows]}`;
  return `${colours.red(head)}\n${diff(from, to)}`;
}

function diff(from: string, to: string): string {
  const marked = (text: string, mark: string): readonly string[] =>
    text === '' ? [] : text.split('\n').map((line) => `  ${mark} ${line}`);
  return [...marked(from, '-'), ...marked(to, '+')].join('\n');
}
