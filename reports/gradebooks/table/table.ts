import { stringify } from 'csv-stringify/sync';

/** Rows as RFC 4180 has them; what stands in a cell comes back as it was. */
export function table(
  rows: readonly (readonly string[])[],
  {
    quoted = false,
    newline = '\r\n',
  }: { readonly quoted?: boolean; readonly newline?: '\n' | '\r\n' } = {},
): string {
  return stringify(
    rows.map((row) => [...row]),
    { quoted, quoted_empty: quoted, record_delimiter: newline },
  );
}
