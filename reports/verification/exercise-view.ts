import type { Mutation, Verification } from '../../grader/contract/verification.ts';
import { counted, grouped } from './count.ts';
import { changeInWords } from './operators.ts';

type Exercise = Verification['exercises'][number];

/** One exercise as the page shows it. */
export function exerciseView({
  slug,
  title,
  claims,
  alternatives,
  mistakes,
  mutation,
  checks,
}: Exercise) {
  const name = `${slug.slice(0, 2)} ${title}`;
  const anchor = `exercise-${slug}`;
  return {
    anchor,
    name,
    claims,
    breaches: claims
      .filter(({ holds }) => !holds)
      .map(({ sentence, detail }) => ({ exercise: name, anchor, sentence, detail })),
    right: {
      words: counted(alternatives.length + 1, 'right program'),
      styles: alternatives.map((style) => style.replaceAll('-', ' ')),
    },
    mistakes:
      mistakes.length === 0 ? null : { words: counted(mistakes.length, 'mistake'), rows: mistakes },
    mutation: mutation === null || mutation.mutants === 0 ? null : mutationView(mutation),
    checks: checksView(checks),
    tables: claims.flatMap(({ tables }) => tables),
  };
}

function mutationView({ mutants, killed, operators, survivors, equivalents }: Mutation) {
  return {
    words: counted(mutants, 'small change'),
    killed: grouped(killed),
    left: grouped(mutants - killed),
    mutants: grouped(mutants),
    rows: operators.map((each) => ({
      change: changeInWords(each.operator),
      mutants: grouped(each.mutants),
      killed: grouped(each.killed),
      left: grouped(each.mutants - each.killed),
    })),
    survivors: survivors.map((each) => ({
      place: `line ${each.line}, column ${each.column}`,
      change: changeInWords(each.operator),
      shows: SHOWS[each.shows],
      ...linesOf(each),
    })),
    equivalents:
      equivalents.length === 0
        ? null
        : {
            words: counted(equivalents.length, 'change'),
            rows: equivalents.map((each) => ({ reason: each.reason, ...linesOf(each) })),
          },
  };
}

const SHOWS: Readonly<Record<Mutation['survivors'][number]['shows'], string>> = {
  nowhere: 'It answers every call as the solution does.',
  'in bits': 'It answers otherwise, and within the tolerance of every check.',
  'with other seeds': 'It loses points with other seeds alone.',
};

function linesOf({ from, to }: { readonly from: string; readonly to: string }) {
  const lines = (text: string): readonly string[] => (text === '' ? [] : text.split('\n'));
  return { from: lines(from), to: lines(to) };
}

function checksView(checks: Exercise['checks']) {
  const known = checks.some(({ alone }) => alone !== null);
  return {
    words: counted(checks.length, 'check'),
    known,
    rows: checks.map(({ id, title, points, alone, keptBecause }) => ({
      id,
      title,
      points: String(points),
      alone: alone === null ? '' : grouped(alone),
      keptBecause: keptBecause ?? '',
    })),
  };
}
