/**
 * A link to a page that lies beneath this one, or nothing where there is no page.
 *
 * A path holds names that students chose. Each segment is encoded on its own, so
 * that no name becomes a scheme, a query or a fragment; empty segments and steps
 * upward are left out, so that none leads to another host or out of the folder.
 */
export function linkTo(page: string | null): string | null {
  if (page === null) return null;
  const segments = page.split('/').filter((segment) => !['', '.', '..'].includes(segment));
  return segments.length === 0 ? null : segments.map(encoded).join('/');
}

/** A half of a character has no encoding; no file system of ours keeps one. */
function encoded(segment: string): string {
  return encodeURIComponent(segment.replace(/\p{Surrogate}/gu, '\ufffd'));
}
