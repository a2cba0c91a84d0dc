import Table from 'cli-table3';
import colours from 'picocolors';
import type { Mutation, Verification, VerifiedExercise } from '../../contract/verification.ts';

/** What holds of a course, for a terminal: a row a claim, a column an exercise; breaches are told in full below. */
export function inTerminal(verification: Verification, page: string): string {
  const { exercises, seeds, leftOut } = verification;
  const claims = exercises.flatMap(({ claims }) => claims);
  const broken = claims.filter(({ holds }) => !holds).length;
  const tried = `Programs were tried on ${counted(seeds, 'seed')}.`;
  const sum =
    broken === 0
      ? `${counted(claims.length, 'claim')} ${claims.length === 1 ? 'holds' : 'hold'}. ${tried}`
      : `${broken} of ${counted(claims.length, 'claim')} ${broken === 1 ? 'does' : 'do'} not hold.`;
  const without = leftOut.length === 0 ? [] : [`This was a quick run. ${leftOut.join(' ')}`];
  const lines = [
    tableOf(exercises),
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

/** Of a single exercise there is room for what was tried. */
function tableOf(exercises: readonly VerifiedExercise[]): string {
  const [only, ...others] = exercises;
  const names = new Set(exercises.flatMap(({ claims }) => claims.map(({ name }) => name)));
  const isAlone = only !== undefined && others.length === 0;
  const table = new Table({
    head: ['claim', ...(isAlone ? [only.slug] : exercises.map(({ slug }) => numberOf(slug)))],
    style: { head: [], border: [], compact: true },
  });
  for (const name of names) {
    table.push([name, ...exercises.map((each) => cellOf(each, name, isAlone))]);
  }
  return table.toString();
}

/** Exercises are known by the number that their folder begins with. */
function numberOf(slug: string): string {
  return slug.split('-')[0] ?? slug;
}

function cellOf({ claims }: VerifiedExercise, name: string, isAlone: boolean): string {
  const claim = claims.find((each) => each.name === name);
  if (claim === undefined) return '';
  if (!claim.holds) return colours.red(isAlone ? 'BREACH' : '✘');
  return colours.green(isAlone ? claim.detail : '✔');
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
