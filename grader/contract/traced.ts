/** A student's text that keeps the line at which it stands; every line is where it was. */
export interface Traced {
  readonly text: string;
  /** The variable that it keeps the line in. No name begins like it in this text or in what it is bundled with. */
  readonly variable: string;
  /** How many lines the student's text has. */
  readonly lines: number;
}

/** The function that sets the variable to its first argument and returns the second. */
export function backIn(variable: string): string {
  return `${variable}_back`;
}
