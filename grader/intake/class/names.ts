/** Names as people compare them: composed, in small letters, with single spaces. */
export function spoken(name: string): string {
  return name.normalize('NFC').toLowerCase().replace(/\s+/gu, ' ').trim();
}

/** `Doe, Jane` as `Jane Doe`; other names as they are. */
function turned(name: string): string {
  const comma = name.indexOf(',');
  if (comma < 0) return name;
  return `${name.slice(comma + 1).trim()} ${name.slice(0, comma).trim()}`;
}

/** A full name, `First Last`, as Moodle and Gradescope write it. */
export function fullName(name: string): readonly string[] {
  // Moodle writes a space for `_`, which divides the parts of its names of files.
  return [spoken(turned(name).replaceAll('_', ' '))];
}

/**
 * A name as Canvas writes it: family name first, in small letters, and nothing but
 * letters, digits and `_`. Whether letters beyond ASCII stay has varied: both ways count.
 */
export function squashed(name: string): readonly string[] {
  const words = name.trim().split(/\s+/u);
  const [family = '', ...given] = name.includes(',')
    ? name.split(',')
    : [words.at(-1) ?? '', ...words.slice(0, -1)];
  const sortable = `${family}${given.join('')}`.normalize('NFC').toLowerCase();
  const forms = [
    sortable.replace(/[^\p{L}\p{M}\p{N}_]/gu, ''),
    sortable.replace(/[^a-z0-9_]/g, ''),
  ];
  return [...new Set(forms)].filter((form) => form !== '');
}
