import type { Grade } from '../contract/class.ts';
import { sumPoints, type Thousandths } from '../contract/identity.ts';
import type { Adjustment, ExerciseWorth } from './adjustment.ts';
import { counted } from './drop.ts';
import { type Exact, exactly, rounded, share, smaller } from './exact.ts';
import type { Candidate } from './hand-in.ts';
import { penalized } from './lateness.ts';
import type { Policy } from './policy.ts';

type Exercises = Grade['exercises'];
type Step = Grade['steps'][number];

/** What one hand-in is worth under the rules of a class. */
export interface Mark {
  readonly at: string | null;
  readonly late: boolean;
  readonly raw: Thousandths;
  readonly earned: Thousandths;
  readonly exercises: Exercises;
  readonly steps: readonly Step[];
}

/** Follows the points of a hand-in through every step; see `gradeOf` for their order. */
export function marked(
  { handIn, lateness, chosen, extension }: Candidate,
  worths: readonly ExerciseWorth[],
  policy: Policy,
  adjustments: readonly Adjustment[],
): Mark {
  const graded = exercisesOf(handIn, worths);
  const raw = sumOf(graded);
  const { exercises, steps } = overridden(graded, adjustments);
  const possible = exactly(sumPoints(exercises.map((each) => each.possible)));
  let amount = exactly(sumOf(exercises));
  const apply = (after: Exact, step: Omit<Step, 'exercise' | 'before' | 'after'>) => {
    steps.push({ ...step, exercise: null, before: rounded(amount), after: rounded(after) });
    amount = after;
  };

  if (chosen !== null) {
    const unchanged = { by: null, before: raw, after: raw };
    steps.unshift({ kind: 'hand-in', ...chosen, exercise: null, ...unchanged });
  }
  const whole = adjustments.findLast((each) => each.points !== null && each.exercise === null);
  if (whole?.points != null) {
    const { by, why } = whole;
    const what = 'points for the whole, from which nothing is taken';
    apply(smaller(exactly(whole.points), possible), { kind: 'override', what, by, why });
  } else {
    const kept = counted(exercises, policy.drop);
    if (kept.dropped.length > 0) {
      const names = kept.dropped.map((nth) => exercises[nth]?.slug).join(', ');
      const count = kept.dropped.length;
      const which =
        count === 1
          ? `the lowest of ${exercises.length} exercises is`
          : `the lowest ${count} of ${exercises.length} exercises are`;
      const why = `${which} dropped; the others make up for the points`;
      apply(share(possible, kept.earned, kept.possible), {
        kind: 'drop',
        what: `not counted: ${names}`,
        by: null,
        why,
      });
    }
    if (policy.cap !== null && rounded(amount) > policy.cap) {
      const why = 'no mark of the class is above it';
      apply(exactly(policy.cap), { kind: 'cap', what: 'cap', by: null, why });
    }
  }
  if (extension !== null) apply(amount, { kind: 'extension', ...extension });
  if (whole === undefined && lateness.late && policy.late !== null) {
    const { left, what, why } = penalized(amount, possible, lateness, policy.late);
    apply(left, { kind: 'late', what, by: null, why });
  }
  return {
    at: handIn?.at ?? null,
    late: lateness.late,
    raw,
    earned: rounded(amount),
    exercises,
    steps,
  };
}

const sumOf = (exercises: Exercises) => sumPoints(exercises.map(({ earned }) => earned));

/** Those of the course; what was not graded has no points. */
function exercisesOf(handIn: Candidate['handIn'], worths: readonly ExerciseWorth[]): Exercises {
  return worths.map(({ slug, title, possible }) => {
    const found = handIn?.result?.exercises.find((each) => each.slug === slug);
    return {
      slug,
      title,
      earned: found?.points.earned ?? sumPoints([]),
      possible: found?.points.possible ?? possible,
    };
  });
}

/** Points that an instructor set in the place of those that were graded, one step for each. */
function overridden(
  graded: Exercises,
  adjustments: readonly Adjustment[],
): { readonly exercises: Exercises; readonly steps: Step[] } {
  let exercises = graded;
  const steps: Step[] = [];
  for (const { exercise, points, by, why } of adjustments) {
    if (exercise === null || points === null) continue;
    const before = sumOf(exercises);
    exercises = exercises.map((each) =>
      each.slug === exercise ? { ...each, earned: min(points, each.possible) } : each,
    );
    const what = `points for ${exercise}`;
    steps.push({ kind: 'override', what, exercise, by, why, before, after: sumOf(exercises) });
  }
  return { exercises, steps };
}

const min = (one: Thousandths, other: Thousandths) => (one < other ? one : other);
