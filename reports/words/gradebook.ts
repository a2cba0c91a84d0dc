import type { Grade, Student } from '../../grader/contract/class.ts';

/** A gradebook format: a file in `reports/gradebooks/` that exports one as `gradebook`. */
export interface Gradebook {
  /** Name of the file that it is written to: `canvas.csv`. */
  readonly file: string;
  /** A pure function of the grades, one row for each, in their order: same grades, same text. */
  render(grades: readonly Grade[], options: GradebookOptions): Rendered;
}

export interface GradebookOptions {
  /** Title of the assignment, as the platform has it. */
  readonly title: string;
  /** The platform's own number of the assignment or of its column: importers match by it before the title. */
  readonly column?: string;
  /** Until when it was due (ISO 8601, UTC). */
  readonly due?: string;
}

export interface Rendered {
  readonly text: string;
  /** Who has no row, because the importer would not find them, or would find somebody else. */
  readonly leftOut: readonly LeftOut[];
  /** What whoever imports it has to know, each in a sentence or two. */
  readonly notes: readonly string[];
}

export interface LeftOut {
  readonly student: Student;
  /** In words that follow on the student's name: "has no username". */
  readonly why: string;
}
