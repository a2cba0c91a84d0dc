import type { Grade } from '../../grader/contract/class.ts';
import type { ExerciseSlug } from '../../grader/contract/identity.ts';
import { points } from './numbers.ts';
import { capital } from './phrases.ts';
import { score } from './student.ts';

// What is said of a mark, to its student and to an instructor, is worded here.

/** Whether more is to be said of a mark than that it is what was graded. */
export function isTold({ steps, comments }: Grade): boolean {
  return steps.length + comments.length > 0;
}

interface Settled {
  readonly title: string;
  /** What it means, where the title does not say it. */
  readonly words: string | null;
  /** What the points are called in which the steps end, where they are any. */
  readonly end: string | null;
}

type Words = Readonly<Record<Grade['status'], (grade: Grade) => Settled>>;

const FOR_STUDENTS: Words = {
  graded: (grade) => ({ title: `Your mark: ${score(grade)}`, words: null, end: 'Your mark' }),
  'needs-review': () => ({
    title: 'Your mark is not settled yet',
    words:
      'Something could not be judged. That is not your mistake: your teacher has to look at it.',
    end: 'So far',
  }),
  excused: () => ({
    title: 'You are excused',
    words: 'This counts neither for you nor against you.',
    end: null,
  }),
  missing: () => ({ title: 'You have no mark yet', words: 'Nothing was handed in.', end: null }),
};

const FOR_INSTRUCTORS: Words = {
  graded: (grade) => ({ title: `Mark: ${score(grade)}`, words: null, end: 'Mark' }),
  'needs-review': () => ({
    title: 'No mark yet',
    words: 'Something could not be judged, and a person has to look at it.',
    end: 'So far',
  }),
  excused: () => ({
    title: 'No mark: excused',
    words: 'This counts neither for nor against the student.',
    end: null,
  }),
  missing: () => ({ title: 'No mark: missing', words: 'Nothing was handed in.', end: null }),
};

/** What a mark is, or why there is none. */
export function markInWords(grade: Grade, forInstructor: boolean): Settled {
  return (forInstructor ? FOR_INSTRUCTORS : FOR_STUDENTS)[grade.status](grade);
}

/** What the rules are called by which points become a mark. */
export const RULES: Readonly<Record<Grade['steps'][number]['kind'], string>> = {
  'hand-in': 'Several hand-ins',
  override: 'Points set by hand',
  drop: 'Exercises not counted',
  cap: 'Cap',
  extension: 'Extension',
  late: 'Late',
  excused: 'Excused',
};

/** One step from the points that were graded to the mark. */
export function stepView({ what, by, why, before, after }: Grade['steps'][number]) {
  return {
    what: capital(what),
    why: capital(why),
    who: by === null ? 'a rule of the class' : `decided by ${by}`,
    before: points(before),
    after: points(after),
    changed: before !== after,
  };
}

/** What an instructor set the points of an exercise to, and why; `null` where they are those that were graded. */
export function pointsSet({ steps, exercises }: Grade, slug: ExerciseSlug): string | null {
  const step = steps.findLast(({ exercise }) => exercise === slug);
  const counted = exercises.find((each) => each.slug === slug);
  if (step?.by == null || counted === undefined) return null;
  const words = `${step.by} gave ${score(counted)} for this exercise: ${step.why}`;
  return /[.?!]$/.test(words) ? words : `${words}.`;
}
