/** How much of a result a page shows: less of it where the page would be too large to send. */
export interface Detail {
  /** Outputs of one exercise that are drawn entry by entry. */
  readonly drawn: number;
  /** Lines of one exercise's code. */
  readonly lines: number;
  /** Characters of what one exercise printed. */
  readonly printed: number;
  readonly pictures: boolean;
}

/** A page as a student is sent it, and what is left out of it first where it is too large. */
export const FOR_STUDENTS: readonly Detail[] = [
  { drawn: 2, lines: 90, printed: 10_000, pictures: true },
  { drawn: 2, lines: 60, printed: 1000, pictures: true },
  { drawn: 1, lines: 25, printed: 300, pictures: true },
  { drawn: 0, lines: 10, printed: 100, pictures: false },
];

/** Instructors see every output, in a larger page. */
export const FOR_INSTRUCTORS: readonly Detail[] = [
  { drawn: Number.POSITIVE_INFINITY, lines: 90, printed: 10_000, pictures: true },
  ...FOR_STUDENTS.slice(1),
];

/** Bytes that a page may have: what a browser on a slow line still shows at once. */
export const LARGEST = { student: 300 * 1024, instructor: 1024 * 1024 } as const;

/**
 * The most detailed page that is not too large; where every one is, the least.
 *
 * @param draw a page with so much detail, and whether something is left out
 */
export function fitting<Steps>(
  details: readonly Steps[],
  bytes: number,
  draw: (detail: Steps, shortened: boolean) => string,
): string {
  let page = '';
  for (const [nth, detail] of details.entries()) {
    page = draw(detail, nth > 0);
    if (Buffer.byteLength(page) < bytes) return page;
  }
  return page;
}

/** The beginning of a text; that there was more is said in it. */
export function beginning(text: string, characters: number): string {
  const whole = [...text.trimEnd()];
  return whole.length <= characters
    ? whole.join('')
    : `${whole.slice(0, characters).join('')}\n… (${whole.length - characters} more characters)`;
}
