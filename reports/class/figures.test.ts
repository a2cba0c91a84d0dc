import { describe, expect, test } from 'vitest';
import { thousandths } from '../../grader/contract/identity.ts';
import type { Result } from '../../grader/contract/result.ts';
import { resultOf } from '../../grader/testing/documents.ts';
import { figuresOf, originOf } from './figures.ts';

const earning = (earned: number, possible = 100, own: Partial<Result> = {}): Result =>
  resultOf([], {
    status: earned === possible ? 'pass' : 'fail',
    points: { earned: thousandths(earned), possible: thousandths(possible) },
    ...own,
  });

const figure = (name: string, results: readonly Result[]) => {
  const found = figuresOf(results).find((each) => each.name === name);
  return `${found?.value}, ${found?.more}`;
};

describe('the figures of a class', () => {
  const four = [earning(100), earning(90), earning(50), earning(0)];

  test.each([
    ['Submissions', '4, graded'],
    ['Mean', '60 %, 60 of 100 points'],
    ['Median', '70 %, 70 of 100 points'],
    ['All right', '25 %, 1 submission'],
  ])('%s: %s', (name, words) => {
    expect(figure(name, four)).toBe(words);
  });

  test('are shares where not all could earn as much', () => {
    expect(figure('Mean', [earning(50, 100), earning(10, 10)])).toBe(
      '75 %, of what each could earn',
    );
  });

  test('round points to a tenth', () => {
    expect(figure('Mean', [earning(1), earning(0), earning(0)])).toBe('0.3 %, 0.3 of 100 points');
  });

  test('leave out who had nothing to earn', () => {
    expect(figure('Median', [earning(30, 100), earning(0, 0)])).toBe(
      '30 %, of what each could earn',
    );
  });

  test('are dashes where nobody had', () => {
    expect(figure('Mean', [earning(0, 0)])).toBe('–, no points to earn');
  });
});

describe('what a class was graded with', () => {
  test('is said once where it is the same for all', () => {
    expect(originOf([earning(1), earning(2)])).toMatchObject({
      course: 'course',
      seeds: '42',
      mixed: false,
      secret: false,
    });
  });

  test('is listed where it is not', () => {
    const seeds = ['9', '10', '9'].map((seed) => earning(1, 2, { seed }));
    expect(originOf(seeds)).toMatchObject({ seeds: '10, 9', mixed: true });
  });

  test('is counted where it is different for many', () => {
    const seeds = Array.from({ length: 30 }, (_, nth) => earning(1, 2, { seed: String(nth) }));
    expect(originOf(seeds).seeds).toBe('30 different seeds');
  });

  test('is secret where one seed is', () => {
    expect(originOf([earning(1), earning(1, 2, { secret: true })]).secret).toBe(true);
  });
});
