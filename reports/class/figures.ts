import { mean, median } from 'd3-array';
import type { Result } from '../../grader/contract/result.ts';
import { percent } from '../words/numbers.ts';
import { clipped } from './clip.ts';
import { compareText, counted } from './member.ts';
import { scoreOf } from './score.ts';

/** One number of the class, its name, and what it is of. */
export interface Figure {
  readonly name: string;
  readonly value: string;
  readonly more: string;
}

/** The class in a few numbers. */
export function figuresOf(results: readonly Result[]): readonly Figure[] {
  const scores = results.flatMap(({ points }) => scoreOf(points) ?? []);
  const right = results.filter(({ status }) => status === 'pass').length;
  const middle = (amount: number | undefined) => ({
    value: amount === undefined ? '–' : percent(amount / 100),
    more: amount === undefined ? 'no points to earn' : pointsOf(amount, results),
  });
  return [
    { name: 'Submissions', value: String(results.length), more: 'graded' },
    { name: 'Mean', ...middle(mean(scores)) },
    { name: 'Median', ...middle(median(scores)) },
    {
      name: 'All right',
      value: results.length === 0 ? '–' : percent(right / results.length),
      more: counted(right),
    },
  ];
}

/** A percentage in points, where all could earn as many; else what it is a percentage of. */
function pointsOf(score: number, results: readonly Result[]): string {
  const [possible, ...others] = new Set(results.map(({ points }) => points.possible));
  if (possible === undefined || others.length > 0) return 'of what each could earn';
  return `${Math.round((score * possible) / 10_000) / 10} of ${possible / 1000} points`;
}

/** With what the class was graded; a warning where that is not one and the same. */
export interface Origin {
  readonly course: string;
  readonly seeds: string;
  readonly grader: string;
  readonly secret: boolean;
  readonly mixed: boolean;
}

export function originOf(results: readonly Result[]): Origin {
  const [courses, seeds, graders] = [
    distinct(results.map(({ course }) => course)),
    distinct(results.map(({ seed }) => seed)),
    distinct(results.map(({ grader }) => grader)),
  ];
  return {
    course: fewOf(courses, 'courses'),
    seeds: fewOf(seeds, 'seeds'),
    grader: fewOf(graders, 'versions'),
    secret: results.some(({ secret }) => secret),
    mixed: [courses, seeds, graders].some(({ length }) => length > 1),
  };
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].sort(compareText);
}

/** All of them where they are few; else how many there are. */
function fewOf(texts: readonly string[], name: string): string {
  return texts.length > 5
    ? `${texts.length} different ${name}`
    : texts.map((text) => clipped(text, 80)).join(', ');
}
