import type { Reason, Result } from '../contract/result.ts';

/**
 * Thousandths of points that the same program earns without its attack: a wrong
 * `double` that is pure, or a right one that is not, and always a right `half`.
 */
const WITHOUT_ATTACK: Partial<Record<Reason, number>> = {
  'as-expected': 100_000,
  'values-differ': 40_000,
  'not-numbers': 40_000,
  'wrong-shape': 40_000,
  'input-changed': 70_000,
  'not-repeatable': 70_000,
  'syntax-error': 0,
  'forbidden-import': 0,
  'threw-while-loading': 0,
  'stopped-while-loading': 0,
};
/** A call that was stopped costs what it was asked for, and `half` is right all the same. */
const HALF_ALONE = 10_000;

/** Thousandths of points that a program of this outcome earns without its attack. */
export const earnedWithoutAttack = (outcome: Reason): number =>
  WITHOUT_ATTACK[outcome] ?? HALF_ALONE;

/** Why the first check that does not pass fails. */
export const outcomeOf = ({ exercises }: Result): Reason =>
  exercises[0]?.checks.find(({ status }) => status !== 'pass')?.reason ?? 'as-expected';
