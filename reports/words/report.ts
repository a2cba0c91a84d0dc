import type { Grade } from '../../grader/contract/class.ts';
import type { Result } from '../../grader/contract/result.ts';

/** A report format: a file in `reports/` that exports one as `report`. */
export interface Report {
  /** Name of the file that it is written to: `junit.xml`. */
  readonly file: string;
  /** Who may see it where the seed is secret: what instructors read holds expected values then. */
  readonly audience: 'students' | 'instructors';
  /** A pure function of the result: same result, same text. */
  render(result: Result, options: RenderOptions): string;
}

/** What a report may be told beyond the result. */
export interface RenderOptions {
  /** Whether escape sequences for colour are understood where the text goes. */
  readonly colour: boolean;
  /** An older result of the same student, to say what is newly right. */
  readonly since?: Result;
  /** The mark that rules and instructors made of it, where they made one. */
  readonly grade?: Grade;
  /** Where the course lies as seen from the report, for links to lessons: `../..`. */
  readonly courseAt?: string;
  /** Where the submission lies in its repository, with `/`: `''` for the whole of it. */
  readonly submissionAt?: string;
  /** What a platform says of a submission, by the names of its environment: who, which commit, which links. */
  readonly platform?: Readonly<Record<string, string | undefined>>;
}
