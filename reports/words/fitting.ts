/**
 * The most detailed text that is not too large; where every one is, the least.
 *
 * @param draw a text with so much detail, and whether something is left out
 */
export function fitting<Detail>(
  details: readonly Detail[],
  bytes: number,
  draw: (detail: Detail, shortened: boolean) => string,
): string {
  let text = '';
  for (const [nth, detail] of details.entries()) {
    text = draw(detail, nth > 0);
    if (Buffer.byteLength(text) < bytes) return text;
  }
  return text;
}
