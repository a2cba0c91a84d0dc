/** What most texts are made of, and nothing in it to change. */
const IS_PLAIN = /^[\n -~]*$/;

/**
 * Text of a student's without anything that a terminal would obey: control and
 * escape characters, and the marks that turn the direction of writing. A tab becomes a space.
 * Halves of characters and codes that are none go too: UTF-8 and XML cannot hold them.
 */
export function plain(text: string): string {
  if (IS_PLAIN.test(text)) return text;
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, ' ')
    .replace(
      /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
      '\ufffd',
    )
    .replace(/[\p{Surrogate}\p{Noncharacter_Code_Point}]/gu, '\ufffd');
}

/** The same in one line. */
export function oneLine(text: string): string {
  const lines = plain(text).split('\n');
  return lines.length === 1
    ? (lines[0] ?? '')
    : lines
        .map((line) => line.trim())
        .filter((line) => line !== '')
        .join(' ');
}

/**
 * Data with every text in it made {@link plain}, so that no report can forget one. What
 * needs no change is the same object as before.
 */
export function plainThroughout<Data>(data: Data): Data {
  // The shape is kept: texts become texts, lists lists, records records.
  if (typeof data === 'string') return plain(data) as Data;
  if (typeof data !== 'object' || data === null) return data;
  if (Array.isArray(data)) {
    const items = data.map(plainThroughout);
    return items.some((item, at) => item !== data[at]) ? (items as Data) : data;
  }
  const entries = Object.entries(data);
  const changed = entries.map(([name, value]) => [name, plainThroughout(value)] as const);
  return changed.some(([, value], at) => value !== entries[at]?.[1])
    ? (Object.fromEntries(changed) as Data)
    : data;
}
