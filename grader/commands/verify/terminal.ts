import Table from 'cli-table3';
import colours from 'picocolors';
import type { Mutation, Verification, VerifiedExercise } from '../../contract/verification.ts';

/** What holds of a course, for a terminal: a row an exercise, a column a claim; breaches are told in full below. */
export function inTerminal(verification: Verification, page: string): string {
  const { exercises, seeds, leftOut } = verification;
  const claims = exercises.flatMap(({ claims }) => claims);
  const names = [...new Set(claims.map(({ name }) => name))];
  const table = new Table({
    head: ['exercise', ...names],
    style: { head: [], border: [], compact: true },
  });
  for (const exercise of exercises) table.push([exercise.slug, ...cellsOf(exercise, names)]);
  const broken = claims.filter(({ holds }) => !holds).length;
  const tried = `Right programs were tried on ${counted(seeds, 'seed')}.`;
  const sum =
    broken === 0
      ? `${counted(claims.length, 'claim')} ${claims.length === 1 ? 'holds' : 'hold'}. ${tried}`
      : `${broken} of ${counted(claims.length, 'claim')} ${broken === 1 ? 'does' : 'do'} not hold.`;
  const without = leftOut.length === 0 ? [] : [`This was a quick run. ${leftOut.join(' ')}`];
  const lines = [
    table.toString(),
    ...exercises.flatMap(breachesIn),
    sum,
    ...without,
    `The page for colleagues is ${page}.`,
  ];
  return `${lines.join('\n')}\n`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function cellsOf({ claims }: VerifiedExercise, names: readonly string[]): readonly string[] {
  return names.map((name) => {
    const claim = claims.find((each) => each.name === name);
    if (claim === undefined) return '';
    return claim.holds ? colours.green(claim.detail) : colours.red('BREACH');
  });
}

function breachesIn({ slug, claims, mutation }: VerifiedExercise): readonly string[] {
  const breaches = claims
    .filter(({ holds }) => !holds)
    .map(({ name, detail }) => colours.red(`BREACH in ${slug}, ${name}: ${detail}`));
  return [...breaches, ...(mutation?.survivors ?? []).map((each) => inWords(slug, each))];
}

const SHOWS: Readonly<Record<Mutation['survivors'][number]['shows'], string>> = {
  nowhere: 'answers every probe as the solution does',
  'in bits': 'answers otherwise, and within the tolerance of every check',
  'with other seeds': 'loses points with other seeds alone',
};

function inWords(
  slug: string,
  { operator, line, column, from, to, shows }: Mutation['survivors'][number],
): string {
  const head = `SURVIVOR in ${slug}, line ${line}, column ${column}, ${operator}: ${SHOWS[shows]}`;
  return `${colours.red(head)}\n${diff(from, to)}`;
}

function diff(from: string, to: string): string {
  const marked = (text: string, mark: string): readonly string[] =>
    text === '' ? [] : text.split('\n').map((line) => `  ${mark} ${line}`);
  return [...marked(from, '-'), ...marked(to, '+')].join('\n');
}
