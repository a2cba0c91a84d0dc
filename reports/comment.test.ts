import { describe, expect, test } from 'vitest';
import { exerciseResult, failedExercise, resultOf } from '../grader/testing/documents.ts';
import { allRight, enormous } from '../grader/testing/enormous.ts';
import { golden } from '../grader/testing/golden.ts';
import { shownMarkdown } from '../grader/testing/shown-markdown.ts';
import { report } from './comment.ts';
import { COMMENT_MARKER } from './github/marker.ts';
import type { RenderOptions } from './words/report.ts';

const render = (options: Partial<RenderOptions> = {}, result = golden) =>
  report.render(result, { colour: false, ...options });

const PLATFORM = {
  GITHUB_SERVER_URL: 'https://github.example',
  GITHUB_REPOSITORY: 'course/ada',
  GITHUB_RUN_ID: '12',
  GITHUB_SHA: 'a'.repeat(40),
};

const linksIn = (page: string) =>
  shownMarkdown(page).tags.flatMap((tag) => /href="([^"]*)"/.exec(tag)?.[1] ?? []);

test('it begins with what it is found by, which nobody sees', () => {
  expect(render().startsWith(`${COMMENT_MARKER}\n`)).toBe(true);
  expect(shownMarkdown(COMMENT_MARKER).prose.trim()).toBe('');
});

test('it tells the score, the first thing to do and every exercise', () => {
  const page = render();
  expect(page).toContain('### ada: 240 of 500 points');
  expect(page).toContain('**What to do first:** 02 Backward pass');
  expect(page.match(/^\| [✔✘]/gm)).toHaveLength(5);
});

test('it tells what changed, where an older result is given', () => {
  const page = render({ since: resultOf([exerciseResult()]) }, resultOf([failedExercise()]));
  expect(page).toContain('right before, and not now: 01: Z agrees');
});

describe('its links', () => {
  test('lead to the run that graded', () => {
    expect(linksIn(render({ platform: PLATFORM }))).toEqual([
      'https://github.example/course/ada/actions/runs/12',
    ]);
  });

  test('are none where the platform is not known', () => {
    expect(linksIn(render())).toEqual([]);
  });

  test.each([
    ['GITHUB_SERVER_URL', 'javascript:alert(1)'],
    ['GITHUB_SERVER_URL', 'https://evil.test/)![x'],
    ['GITHUB_REPOSITORY', 'a/b/../../c'],
    ['GITHUB_REPOSITORY', 'a/b) [x](https://evil.test'],
    ['GITHUB_RUN_ID', '12)'],
    ['GITHUB_RUN_ID', ''],
  ])('are none where %s is %j', (name, word) => {
    expect(linksIn(render({ platform: { ...PLATFORM, [name]: word } }))).toEqual([]);
  });

  test('are none to a commit that is none', () => {
    const platform = { ...PLATFORM, GITHUB_SHA: '@someone' };
    expect(render({ platform })).not.toContain('Graded commit');
  });
});

test.each(['x', '<', '&', '`', '#', '😀', '\n'])(
  'whatever a stranger makes of a result, it can be sent: %j',
  (character) => {
    const result = enormous(character);
    const since = allRight(result);
    expect(render({ since, platform: PLATFORM }, result).length).toBeLessThan(60_000);
  },
);
