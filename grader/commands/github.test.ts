import { expect, test } from 'vitest';
import { accessFrom, pauseBefore } from './github.ts';

test.each([
  [1, null, 2],
  [2, null, 4],
  [3, null, 8],
  [1, 0, 0],
  [1, 7, 7],
  [1, 86_400, 30],
  [1, -5, 0],
])(
  'before the try %d again, where %s seconds are asked for, it waits %d',
  (nth, asked, seconds) => {
    expect(pauseBefore(nth, asked)).toBe(seconds);
  },
);

test('the address of the API may end with a slash', () => {
  const env = {
    GITHUB_API_URL: 'https://api.example/v3/',
    GITHUB_REPOSITORY: 'a/b',
    GITHUB_TOKEN: 't',
  };
  expect(accessFrom(env).api).toBe('https://api.example/v3');
});
