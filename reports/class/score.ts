/**
 * Points as a percentage of what was possible, or `null` where nothing was:
 * what can be compared between submissions of different exercises.
 */
export function scoreOf(amount: {
  readonly earned: number;
  readonly possible: number;
}): number | null {
  // Both are whole numbers, so that equal shares are equal numbers.
  return amount.possible > 0 ? (100 * amount.earned) / amount.possible : null;
}
