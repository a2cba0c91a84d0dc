import type { ClaimTable } from '../contract/verification.ts';

/** Whether a claim holds of one exercise. */
export interface Proof {
  readonly holds: boolean;
  /** What was tried, or what is the matter. */
  readonly detail: string;
  /** What a page shows of it beside that. */
  readonly tables?: readonly ClaimTable[];
}

/** A claim that holds unless there is a breach. */
export function provedUnless(breaches: readonly string[], detail: string): Proof {
  const holds = breaches.length === 0;
  return { holds, detail: holds ? detail : breaches.join('; ') };
}
