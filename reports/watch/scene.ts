import type { ExerciseSlug, Thousandths } from '../../grader/contract/identity.ts';
import type { ExerciseResult } from '../../grader/contract/result.ts';

/** Everything that the screen of `chainrule watch` shows. */
export interface Scene {
  /** In the order of the course; never empty. */
  readonly exercises: readonly Item[];
  readonly current: ExerciseSlug;
  /** How many hints of the first cause were opened. */
  readonly opened: number;
  /** Where the list of exercises is, the place in it; else `null`. */
  readonly cursor: number | null;
  /** Something to say once. */
  readonly notice: string | null;
  /** Why nothing can be judged at the moment. */
  readonly trouble: string | null;
}

/** One exercise. What is told of it was made fit for its student and for a terminal before. */
export interface Item {
  readonly slug: ExerciseSlug;
  readonly title: string;
  readonly file: string;
  readonly possible: Thousandths;
  /** The last whole judgement, which may be of an older text while `work` is under way. */
  readonly result: ExerciseResult | null;
  /** What is certain of the present text before all of it is. */
  readonly glimpse: ExerciseResult | null;
  readonly work: Work;
  /** What went wrong in the grader itself. */
  readonly defect: string | null;
}

/** What is being done for an exercise; `slow` is running for long. */
export type Work = 'none' | 'waiting' | 'running' | 'slow';

/** The exercise that is worked on. */
export function currentOf<One extends Pick<Item, 'slug'>>(scene: {
  readonly exercises: readonly One[];
  readonly current: ExerciseSlug;
}): One {
  const found = scene.exercises.find(({ slug }) => slug === scene.current) ?? scene.exercises[0];
  if (found === undefined) throw new Error('there is no exercise to show');
  return found;
}

/** "02  Backward pass": how an exercise is named. */
export function nameOf({ slug, title }: Pick<Item, 'slug' | 'title'>): string {
  return `${slug.slice(0, 2)}  ${title}`;
}

/** Whether an exercise is known to be right. */
export function isRight({ result }: Pick<Item, 'result'>): boolean {
  return result?.status === 'pass';
}
