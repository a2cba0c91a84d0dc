/**
 * The closed set of reasons for which Chainrule declines to start or to go on.
 * Each is a stable code that scripts may rely on.
 */
export type RefusalCode =
  | 'no-such-folder'
  | 'unreadable'
  | 'empty-submission'
  | 'broken-archive'
  | 'broken-roster'
  | 'broken-class'
  | 'unknown-exercise'
  | 'no-course'
  | 'no-solutions'
  | 'broken-manifest'
  | 'broken-course'
  | 'broken-key'
  | 'broken-result'
  | 'broken-evidence'
  | 'broken-policy'
  | 'wrong-key'
  | 'wrong-evidence'
  | 'bad-argument'
  | 'cannot-write'
  | 'would-overwrite'
  | 'leak'
  | 'weak-isolation'
  | 'api-refused';

/**
 * Input that cannot be worked with, through no fault of the grader: the command
 * line prints the message as one line and exits with 2. Anything else that is
 * thrown is a defect of ours and is reported as such.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  /**
   * @param code stable identifier of the reason
   * @param message one sentence: what is wrong and where
   * @param remedy one sentence: what to do about it
   */
  constructor(
    readonly code: RefusalCode,
    message: string,
    readonly remedy: string,
  ) {
    super(message);
  }
}
