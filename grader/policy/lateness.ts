import { type Exact, less, share, smaller } from './exact.ts';
import { instantIn } from './instant.ts';
import type { LatePenalty, Policy } from './policy.ts';

/** Until when one student has time: until the deadline of the class, or until another. */
export interface Deadline {
  /** In milliseconds since 1970; `null` where nobody has said. */
  readonly instant: number | null;
  /** Whether it is a student's own. */
  readonly isExtended: boolean;
}

export interface Lateness {
  readonly late: boolean;
  /** Milliseconds after the deadline; `null` where that is not known. */
  readonly over: number | null;
}

const PERIODS = { day: 86_400_000, hour: 3_600_000 } as const;

/**
 * Whether something came late. Our own clock decides where both times are known; otherwise
 * the platform's word does, but for a student with an extension, of which it may not know.
 */
export function latenessOf(
  handIn: { readonly at: string | null; readonly late: boolean },
  { instant, isExtended }: Deadline,
  { late: penalty }: Policy,
): Lateness {
  const at = handIn.at === null ? null : instantIn(handIn.at);
  if (at === null || instant === null) return { late: handIn.late && !isExtended, over: null };
  const over = at - instant;
  return over > (penalty?.grace ?? 0) ? { late: true, over } : { late: false, over: null };
}

/** What a penalty leaves, and in words what it is for. */
export function penalized(
  amount: Exact,
  possible: Exact,
  { over }: Lateness,
  { per, of, percent, atMost }: LatePenalty,
): { readonly left: Exact; readonly what: string; readonly why: string } {
  // Of what is late by an unknown time, one period has surely been started.
  const periods = over === null ? 1 : Math.ceil(over / PERIODS[per]);
  const whole = { top: 100_000n, bottom: 1n };
  const taken = smaller(
    { top: BigInt(periods) * BigInt(percent), bottom: 1n },
    { top: BigInt(atMost), bottom: 1n },
  );
  const left =
    of === 'points'
      ? share(amount, less(whole, taken).top, whole.top)
      : less(amount, share(possible, taken.top, whole.top));
  const count = periods === 1 ? `one ${per}` : `${periods} ${per}s`;
  return {
    left,
    what: over === null ? `late by an unknown time, counted as ${count}` : `late: ${count} started`,
    why: `${percent / 1000} % of the ${of === 'points' ? 'points' : 'possible points'} for each ${per} started, ${atMost / 1000} % at most`,
  };
}
