const INSTANT =
  /^(\d{4})-(\d{2})-(\d{2})[T ]([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-](?:0\d|1[0-4]):?[0-5]\d)$/;

/**
 * A date with a time and its zone, in milliseconds since 1970; `null` for anything else. Without
 * a zone it would mean something else on every machine, and 30 February is no day at all.
 */
export function instantIn(text: string): number | null {
  const [, year, month, day] = INSTANT.exec(text.trim()) ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  const isDay = !Number.isNaN(date.getTime()) && date.getUTCDate() === Number(day);
  const instant = Date.parse(
    text
      .trim()
      .replace(' ', 'T')
      .replace(/([+-]\d{2})(\d{2})$/, '$1:$2'),
  );
  return isDay && !Number.isNaN(instant) ? instant : null;
}

/** The same for people: "2026-03-05T23:59:00Z". */
export function instantInWords(instant: number): string {
  return new Date(instant).toISOString().replace('.000Z', 'Z');
}
