/** How much of a result a page shows: less of it where the page would be too large to send. */
export interface Detail {
  /** Outputs of one exercise that are drawn entry by entry. */
  readonly drawn: number;
  /** Lines of one exercise's code. */
  readonly lines: number;
  /** Characters of what one exercise printed. */
  readonly printed: number;
  /** Pictures of one exercise, the first that its manifest asks for. */
  readonly pictures: number;
}

const ALL = Number.POSITIVE_INFINITY;

/** A page as a student is sent it, and what is left out of it first where it is too large. */
export const FOR_STUDENTS: readonly Detail[] = [
  { drawn: 2, lines: 90, printed: 10_000, pictures: ALL },
  { drawn: 2, lines: 60, printed: 1000, pictures: ALL },
  { drawn: 1, lines: 25, printed: 300, pictures: ALL },
  { drawn: 1, lines: 10, printed: 100, pictures: 3 },
  { drawn: 1, lines: 10, printed: 100, pictures: 2 },
  { drawn: 0, lines: 10, printed: 100, pictures: 1 },
  { drawn: 0, lines: 10, printed: 100, pictures: 0 },
];

/** Instructors see every output, in a larger page. */
export const FOR_INSTRUCTORS: readonly Detail[] = [
  { drawn: ALL, lines: 90, printed: 10_000, pictures: ALL },
  ...FOR_STUDENTS.slice(1),
];

/** Bytes that a page may have: what a browser on a slow line still shows at once. */
export const LARGEST = { student: 300 * 1024, instructor: 1024 * 1024 } as const;

/** The beginning of a text; that there was more is said in it. */
export function beginning(text: string, characters: number): string {
  const whole = [...text.trimEnd()];
  return whole.length <= characters
    ? whole.join('')
    : `${whole.slice(0, characters).join('')}\n… (${whole.length - characters} more characters)`;
}
