import type { Course } from '../contract/course.ts';
import { ISOLATION_LEVELS } from '../contract/evidence.ts';
import { type ExerciseSlug, SEED_PATTERN } from '../contract/identity.ts';
import { Refusal } from '../contract/refusal.ts';
import { strongestIsolation } from '../sandbox/isolation.ts';

/** @throws Refusal when a seed has other characters than letters, digits, dot, dash and underscore */
export function checkedSeed(seed: string): string {
  if (new RegExp(SEED_PATTERN).test(seed)) return seed;
  throw new Refusal(
    'bad-argument',
    `"${seed}" is no seed`,
    'A seed has 1 to 64 letters, digits, dots, dashes or underscores, for example --seed 42.',
  );
}

/**
 * The seed to grade with: that of every public key unless another one is given.
 *
 * @throws Refusal when a seed is to be secret and none is given
 */
export function chosenSeed(seed: string | undefined, secret = false): string {
  if (seed !== undefined || !secret) return checkedSeed(seed ?? '1');
  throw new Refusal(
    'bad-argument',
    'Without --seed the seed is 1, which is no secret',
    'Give --secret a seed that only you know, for example --seed autumn-7f3k.',
  );
}

/**
 * The exercises that words on the command line mean: `01-forward-pass`, or just `01`.
 *
 * @throws Refusal when a word means none
 */
export function chosenExercises(
  course: Course,
  words: readonly string[] | undefined,
): ReadonlySet<ExerciseSlug> | null {
  if (words === undefined) return null;
  return new Set(
    words.map((word) => {
      const found = course.exercises.find(
        ({ slug }) => slug === word || slug.split('-')[0] === word.padStart(2, '0'),
      );
      if (found !== undefined) return found.slug;
      const slugs = course.exercises.map(({ slug }) => slug).join(', ');
      throw new Refusal(
        'unknown-exercise',
        `There is no exercise "${word}"`,
        `Choose from ${slugs}.`,
      );
    }),
  );
}

/** @throws Refusal when text is no number from `low` to `high` */
export function checkedNumber(text: string, name: string, low: number, high: number): number {
  const number = text.trim() === '' ? Number.NaN : Number(text);
  if (number >= low && number <= high) return number;
  throw new Refusal(
    'bad-argument',
    `${name} is "${text}"`,
    `Give a number from ${low} to ${high}.`,
  );
}

/** @throws Refusal when a word is no level of isolation, or this machine offers a weaker one */
export function requireIsolation(word: string | undefined): void {
  if (word === undefined) return;
  const wanted = ISOLATION_LEVELS.find((level) => level === word);
  if (wanted === undefined) {
    throw new Refusal(
      'bad-argument',
      `There is no level of isolation "${word}"`,
      `Give one of ${ISOLATION_LEVELS.join(', ')}.`,
    );
  }
  const { level, obstacle } = strongestIsolation();
  if (ISOLATION_LEVELS.indexOf(level) >= ISOLATION_LEVELS.indexOf(wanted)) return;
  throw new Refusal(
    'weak-isolation',
    `Submissions can be kept apart by "${level}" here, not by "${word}"`,
    obstacle ?? 'Grade on another machine.',
  );
}
