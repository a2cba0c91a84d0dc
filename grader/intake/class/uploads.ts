/**
 * The name that Canvas gave to a file which was uploaded once more: `forward-1.ts`,
 * `forward-2.ts`. The highest number is the last.
 *
 * @returns `null` where there is none of them
 */
export function latestUpload(file: string, names: readonly string[]): string | null {
  const dot = file.lastIndexOf('.');
  const [stem, extension] = [file.slice(0, dot), file.slice(dot)];
  let latest: { readonly name: string; readonly number: number } | null = null;
  for (const name of names) {
    if (!name.startsWith(`${stem}-`) || !name.endsWith(extension)) continue;
    const digits = name.slice(stem.length + 1, name.length - extension.length);
    if (!/^[1-9]\d{0,5}$/.test(digits)) continue;
    if (latest === null || Number(digits) > latest.number)
      latest = { name, number: Number(digits) };
  }
  return latest?.name ?? null;
}
