import { Refusal } from '../../contract/refusal.ts';
import type { SubmittedFile } from '../../contract/submission.ts';
import { agreed } from '../submission.ts';
import { byCodeUnits, type Tree } from './tree.ts';

/** A file of a flat export, and the name under which it was handed in. */
export interface NamedFile {
  readonly name: string;
  readonly place: string;
}

/**
 * Files of a flat export that belong together, under the names that their student gave
 * them. Of two under one name neither counts, unless they say the same.
 */
export function bundle(tree: Tree, label: string, files: readonly NamedFile[]): Tree {
  const places = new Map<string, readonly string[]>();
  for (const { name, place } of files) places.set(name, [...(places.get(name) ?? []), place]);
  const placesOf = (name: string) => places.get(name) ?? [];
  const onlyPlace = (name: string) => {
    const [place, other] = placesOf(name);
    if (place !== undefined && other === undefined) return place;
    throw new Refusal(
      'broken-archive',
      `${label} has ${name} more than once`,
      'Leave one of them.',
    );
  };
  const called = (file: SubmittedFile, name: string): SubmittedFile =>
    file.state === 'missing' ? file : { ...file, path: name };
  return {
    name: label,
    label,
    list: async (folder) =>
      folder === ''
        ? [...places.keys()].sort(byCodeUnits).map((name) => ({ name, kind: 'file' }))
        : [],
    async text(name) {
      const found: SubmittedFile[] = [];
      for (const place of placesOf(name)) found.push(await tree.text(place));
      return called(agreed(found), name);
    },
    content: async (name, most) => tree.content(onlyPlace(name), most),
    archive: async (name) => tree.archive(onlyPlace(name)),
  };
}
