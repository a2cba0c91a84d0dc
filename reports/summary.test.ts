import { describe, expect, test } from 'vitest';
import { thousandths } from '../grader/contract/identity.ts';
import type { Result } from '../grader/contract/result.ts';
import { exerciseResult, failedExercise, resultOf } from '../grader/testing/documents.ts';
import { enormous } from '../grader/testing/enormous.ts';
import { golden } from '../grader/testing/golden.ts';
import { checkFor } from '../grader/testing/reasons.ts';
import { report } from './summary.ts';

const render = (result: Result) => report.render(result, { colour: false });

const scored = (earned: number, possible: number) =>
  render(
    resultOf([failedExercise()], {
      points: { earned: thousandths(earned), possible: thousandths(possible) },
    }),
  );

describe('a summary tells', () => {
  test('the score, and the share of it as a row of blocks', () => {
    expect(scored(12.5, 20)).toContain('12.5 of 20 points\n\n`████████████░░░░░░░░` 62.5 %');
  });

  test('no share of nothing', () => {
    expect(scored(0, 0)).not.toContain('%');
  });

  test('the one thing to do first, with hints that are opened one by one', () => {
    const page = render(golden);
    const [, first = ''] = page.split('**What to do first:** ');
    expect(first).toMatch(/^02 Backward pass: dW1 and db1 agree with the reference\n/);
    expect(first.indexOf('<summary>A question that may help</summary>')).toBeLessThan(
      first.indexOf('| exercise |'),
    );
  });

  test('that all is right where it is', () => {
    expect(render(resultOf([exerciseResult()]))).toContain('Everything is right.');
  });

  test('not that all is right where nothing was graded', () => {
    expect(render(resultOf([]))).not.toContain('Everything is right.');
  });

  test('every check of an exercise that is not right yet', () => {
    const { checks = [] } = golden.exercises[1] ?? {};
    const page = render(golden);
    for (const { title } of checks) expect(page).toContain(`| ${title} |`);
  });

  test('of an untouched exercise what is to be written, and no check', () => {
    const page = render(resultOf([failedExercise({ checks: [checkFor('not-written')] })]));
    expect(page).toContain('Not written yet: forward. Begin with forward.');
    expect(page).not.toContain('| check |');
  });

  test('hints once, and afterwards where they stand', () => {
    expect(render(golden).match(/The hints stand under “dW1 and db1/g)).toHaveLength(3);
  });

  test('what the code printed', () => {
    expect(render(golden)).toContain('```text\nthe slope is 0.3\nthe slope is 0.3\n```');
  });
});

describe.each(['x', '<', '&', '`', '#', '😀', '\ud800', 'x\n'])(
  'a result without an end, made of %j,',
  (character) => {
    const page = render(enormous(character));

    test('stays far below the size at which all of it is thrown away', () => {
      expect(Buffer.byteLength(page)).toBeLessThan(600 * 1024);
    });

    test('is said to be shortened', () => {
      expect(page).toContain('This is shortened');
    });
  },
);

test('a summary holds no image', () => {
  expect(render(golden)).not.toMatch(/<img|<svg|!\[|data:/);
});
