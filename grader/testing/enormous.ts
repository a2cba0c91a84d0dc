import type { Result } from '../contract/result.ts';
import { eventfulSaying } from './reasons.ts';

/**
 * A result that is as large as a stranger can make one in a few MiB: every text is long, made
 * of what takes most room when it is escaped, and there are more exercises and checks than
 * anybody has.
 */
export function enormous(words: string): Result {
  const long = eventfulSaying(words.repeat(Math.ceil(2500 / words.length)));
  const [first] = long.exercises;
  if (first === undefined) throw new Error('nothing happened');
  const few = { ...first, checks: first.checks.slice(0, 2), pictures: [] };
  const many = { ...few, checks: Array.from({ length: 5 }, () => first.checks).flat() };
  return { ...long, exercises: [many, ...Array.from({ length: 150 }, () => few)] };
}

/** The same with every check right, as an older result of the same student. */
export function allRight(result: Result): Result {
  return {
    ...result,
    exercises: result.exercises.map((exercise) => ({
      ...exercise,
      checks: exercise.checks.map((check) => ({ ...check, status: 'pass' })),
    })),
  };
}
