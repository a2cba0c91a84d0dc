// What the authors of a course import, as `chainrule/course`; types only.
export type { Generator, Probe, Probes, Slopes } from './probe.ts';

/**
 * A known wrong solution, kept as a small edit of the right one. The hint is a
 * question, never the repair.
 */
export interface Mistake {
  readonly id: string;
  readonly title: string;
  readonly hint: string;
  /** Each `find` stands exactly once in `solution.ts`. */
  readonly edits: readonly { readonly find: string; readonly replace: string }[];
}
