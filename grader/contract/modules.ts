/** How the modules of an exercise are loaded, so that a file which does not load fails its own tests alone. */
export interface Modules {
  /** The student's file. */
  readonly work: () => Promise<object>;
  /** `probes.ts` of the exercise. */
  readonly probes: () => Promise<{ readonly probes: object }>;
}
