import { percent } from '../words/numbers.ts';
import { titleInWords } from './clip.ts';
import { type ClassMember, compareText, type People, peopleOf } from './member.ts';

/** A known mistake, and who made it. */
export interface CommonMistake extends People {
  readonly title: string;
  readonly exercise: string;
  /** Of the submissions that have the exercise. */
  readonly share: string;
}

/** Named mistakes, the most frequent first: what a next lesson should begin with. */
export function commonMistakes(members: readonly ClassMember[]): readonly CommonMistake[] {
  const found = new Map<string, Found>();
  const present = new Map<string, number>();
  for (const member of members) {
    for (const { slug, title: exercise, mistakes } of member.result.exercises) {
      present.set(slug, (present.get(slug) ?? 0) + 1);
      for (const { id, title } of mistakes) {
        const key = JSON.stringify([slug, id]);
        const known = found.get(key) ?? { slug, exercise, title, members: [] };
        known.members.push(member);
        found.set(key, known);
      }
    }
  }
  return [...found.values()].sort(byCount).map((mistake) => {
    const of = present.get(mistake.slug) ?? 0;
    return {
      title: titleInWords(mistake.title),
      exercise: titleInWords(`${mistake.slug.slice(0, 2)} ${mistake.exercise}`),
      share: `${percent(mistake.members.length / of)} of ${of}`,
      ...peopleOf(mistake.members),
    };
  });
}

interface Found {
  readonly slug: string;
  readonly exercise: string;
  readonly title: string;
  readonly members: ClassMember[];
}

function byCount(one: Found, other: Found): number {
  return (
    other.members.length - one.members.length ||
    compareText(one.slug, other.slug) ||
    compareText(one.title, other.title)
  );
}
