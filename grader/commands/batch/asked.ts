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

/** What is asked for where nothing is said. */
const NOTHING_SAID = {
  roster: null,
  seed: null,
  key: null,
  title: null,
  policy: null,
  adjustments: null,
  gradebooks: [],
  column: null,
};

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
  const [handIns, course] = [path.resolve(place), path.resolve(said.course)];
  return { ...NOTHING_SAID, ...saidOf(said), handIns, course };
}

/**
 * What was asked for the last time, to go on with it or to judge it again; what is said now
 * takes the place of what was said then.
 *
 * @throws Refusal where there was no such time, or where something else is to be graded
 */
export function askedBefore(
  before: Asked | null,
  place: string | undefined,
  said: Said & { readonly out: string },
): Asked {
  if (place !== undefined) {
    throw new Refusal(
      'bad-argument',
      '--resume and --rejudge are about what the last run was asked to grade',
      `Leave ${place} out, or leave --resume out: what is finished is not graded again either way.`,
    );
  }
  if (before !== null) return { ...before, ...saidOf(said) };
  throw new Refusal(
    'bad-argument',
    `There is no run in ${said.out} to go on with`,
    'Give --out the folder that it wrote to, or begin with the folder of the hand-ins.',
  );
}

/** What was said, and nothing in the place of what was not. The course has a default: it is as good as not said. */
function saidOf(said: Said): Partial<Asked> {
  const { roster, seed, key, title, policy, adjustments, gradebook, column } = said;
  return {
    ...(roster === undefined ? {} : { roster: path.resolve(roster) }),
    ...(seed === undefined ? {} : { seed }),
    ...(key === undefined ? {} : { key: path.resolve(key) }),
    ...(title === undefined ? {} : { title }),
    ...(policy === undefined ? {} : { policy: path.resolve(policy) }),
    ...(adjustments === undefined ? {} : { adjustments: path.resolve(adjustments) }),
    ...(gradebook === undefined ? {} : { gradebooks: gradebook }),
    ...(column === undefined ? {} : { column }),
  };
}
