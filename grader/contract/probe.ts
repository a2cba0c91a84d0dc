import type { Matrix } from 'ml-matrix';

/** A seeded generator of numbers, uniform in [0, 1): the only source of randomness inside the wall. */
export type Generator = () => number;

/**
 * One thing done with a student's module. Authors write probes; the grader
 * never calls them in its own process.
 *
 * `input`, `truth` and `slopes` run beside the reference, never beside student
 * code. Only `run` is called with a student's module, and all it can see is `input`.
 *
 * @typeParam Module the exports of the exercise's stub
 * @typeParam Input what one case is made of
 */
export interface Probe<Module, Input> {
  /** How many seeded cases there are. */
  readonly cases: number;
  /**
   * Makes the input of one case. It may use the reference, for example to fill a cache.
   * @param rng seeded for this course, exercise, probe and case alone
   * @param index number of the case, from 0
   */
  input(rng: Generator, reference: Module, index: number): Input;
  /** Calls the student's functions and returns named outputs: numbers, matrices, lists, text, flags. */
  run(student: Module, input: Input): Readonly<Record<string, unknown>>;
  /** What only the judge may know of a case, for example the labels of held-out points. */
  truth?(rng: Generator, input: Input): Readonly<Record<string, unknown>>;
  /** The loss that the `gradient` check differentiates numerically, and at which point. */
  readonly slopes?: Slopes<Module, Input>;
  /** Calls `run` twice on equal inputs and watches the inputs; for `property` checks of purity. */
  readonly watched?: boolean;
}

/** What centred differences are taken of. */
export interface Slopes<Module, Input> {
  /** The parameters to move, one entry at a time, by name. */
  parameters(input: Input): Readonly<Record<string, Matrix>>;
  /** The reference's loss with those parameters in place of the input's. */
  loss(reference: Module, input: Input, parameters: Readonly<Record<string, Matrix>>): number;
}

/** The probes of an exercise by name, as `probes.ts` exports them. */
export type Probes<Module> = {
  // biome-ignore lint/suspicious/noExplicitAny: every probe has an input type of its own.
  readonly [name: string]: Probe<Module, any>;
};
