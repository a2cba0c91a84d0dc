import path from 'node:path';
import { type Static, Type } from '@sinclair/typebox';
import { closed, type Frozen } from '../../contract/identity.ts';
import { Refusal } from '../../contract/refusal.ts';

const wordOrNone = Type.Union([Type.String(), Type.Null()]);

export const AskedSchema = closed({
  handIns: Type.String(),
  course: Type.String(),
  roster: wordOrNone,
  seed: wordOrNone,
  key: wordOrNone,
  title: wordOrNone,
  policy: wordOrNone,
  adjustments: wordOrNone,
  gradebooks: Type.Array(Type.String()),
  column: wordOrNone,
});
/** What decides what is graded, by what, and what is written, as it was asked for; places from the root. */
export type Asked = Frozen<Static<typeof AskedSchema>>;

/** What was said on the command line, as far as it decides that. */
export interface Said {
  readonly course: string;
  readonly roster?: string;
  readonly seed?: string;
  readonly key?: string;
  readonly title?: string;
  readonly policy?: string;
  readonly adjustments?: string;
  readonly gradebook?: readonly string[];
  readonly column?: string;
}

/**
 * What is asked for now.
 *
 * @throws Refusal where there is nothing to grade
 */
export function askedNow(place: string | undefined, said: Said): Asked {
  if (place === undefined) {
    throw new Refusal(
      'bad-argument',
      'There is nothing to grade',
      'Give the folder or archive of the hand-ins, or --resume to go on with the last run.',
    );
  }
  const from = (file: string | undefined) => (file === undefined ? null : path.resolve(file));
  return {
    handIns: path.resolve(place),
    course: path.resolve(said.course),
    roster: from(said.roster),
    seed: said.seed ?? null,
    key: from(said.key),
    title: said.title ?? null,
    policy: from(said.policy),
    adjustments: from(said.adjustments),
    gradebooks: said.gradebook ?? [],
    column: said.column ?? null,
  };
}

/**
 * What was asked for the last time, to go on with it or to judge it again; by another key
 * where one is given.
 *
 * @throws Refusal where there was no such time, or where it is asked for otherwise as well
 */
export function askedBefore(
  before: Asked | null,
  place: string | undefined,
  { out, key }: { readonly out: string; readonly key?: string },
): Asked {
  if (place !== undefined) {
    throw new Refusal(
      'bad-argument',
      '--resume and --rejudge are about what the last run was asked to grade',
      `Leave ${place} out, or leave --resume out: what is finished is not graded again either way.`,
    );
  }
  if (before !== null) return key === undefined ? before : { ...before, key: path.resolve(key) };
  throw new Refusal(
    'bad-argument',
    `There is no run in ${out} to go on with`,
    'Give --out the folder that it wrote to, or begin with the folder of the hand-ins.',
  );
}
