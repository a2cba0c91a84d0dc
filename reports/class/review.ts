import type { CheckResult, ExerciseResult } from '../../grader/contract/result.ts';
import { titleInWords } from './clip.ts';
import { type ClassMember, compareText, type People, peopleOf } from './member.ts';
import { REASONS_IN_WORDS } from './reasons.ts';

/** Something that went wrong on our side, and whom it touches. */
export interface Trouble extends People {
  readonly exercise: string | null;
  readonly title: string;
  readonly reason: string;
}

/**
 * What could not be judged, one entry for each cause: a course with one broken
 * check has one thing to mend, however many submissions it touches.
 */
export function troublesOf(members: readonly ClassMember[]): readonly Trouble[] {
  const causes = new Map<string, Cause & { readonly members: ClassMember[] }>();
  for (const member of members) {
    for (const cause of causesOf(member)) {
      const known = causes.get(cause.key) ?? { ...cause, members: [] };
      known.members.push(member);
      causes.set(cause.key, known);
    }
  }
  return [...causes.values()]
    .sort((one, other) => compareText(one.place, other.place))
    .map(({ exercise, title, reason, members: touched }) => ({
      exercise,
      title,
      reason,
      ...peopleOf(touched),
    }));
}

interface Cause extends Pick<Trouble, 'exercise' | 'title' | 'reason'> {
  /** The same for the same cause. */
  readonly key: string;
  /** Where it stands among the others: a submission as a whole before the exercises. */
  readonly place: string;
}

function causesOf({ result }: ClassMember): readonly Cause[] {
  const causes = result.exercises.flatMap((exercise) =>
    exercise.checks
      .filter(({ status }) => status === 'error')
      .map((check) => causeOf(exercise, check)),
  );
  if (causes.length > 0 || result.status !== 'error') return causes;
  return [
    {
      key: '',
      place: '',
      exercise: null,
      title: 'The submission as a whole',
      reason: 'it could not be graded, and no check says why',
    },
  ];
}

function causeOf({ slug, title }: ExerciseResult, check: CheckResult): Cause {
  return {
    key: JSON.stringify([slug, check.id, check.reason]),
    place: slug,
    exercise: titleInWords(`${slug.slice(0, 2)} ${title}`),
    title: titleInWords(check.title),
    reason: REASONS_IN_WORDS[check.reason],
  };
}
