import type { Student } from '../../../grader/contract/class.ts';

/**
 * First and last name, for people to read: no importer finds anybody by them. The order is
 * that of "Doe, Jane" where there is a comma; otherwise the last word is the last name.
 */
export function namesOf({ name }: Student): { readonly first: string; readonly last: string } {
  const [before = '', ...after] = (name ?? '').trim().split(',');
  if (after.length > 0) return { first: after.join(',').trim(), last: before.trim() };
  const words = before.split(/\s+/);
  return { first: words.slice(0, -1).join(' '), last: words.at(-1) ?? '' };
}
