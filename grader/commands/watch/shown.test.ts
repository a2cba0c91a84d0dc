import { describe, expect, test } from 'vitest';
import { screen } from '../../../reports/watch/screen.ts';
import { failedCheck, failedExercise, resultOf } from '../../testing/documents.ts';
import { HOSTILE_WORDS } from '../../testing/hostile-words.ts';
import { eventfulSaying } from '../../testing/reasons.ts';
import { sceneOf } from '../../testing/scenes.ts';
import { shown } from './shown.ts';

const WHOLE = { columns: 80, rows: 500, colour: false };

describe.each([...HOSTILE_WORDS, '\u001b]0;title\u0007', '\u009b2J', 'one\rtwo\u0008'])(
  'where all texts are %j',
  (words) => {
    test('nothing reaches the terminal that it would obey', () => {
      const hostile = eventfulSaying(words);
      for (const exercise of hostile.exercises) {
        for (const opened of [0, 3]) {
          const text = screen(sceneOf(shown(exercise, false), { opened }), WHOLE).join('');
          expect(text).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
        }
      }
    });
  },
);

test('of a secret seed, what is expected is not shown', () => {
  const [exercise = failedExercise()] = resultOf([
    failedExercise({ checks: [failedCheck()] }),
  ]).exercises;
  const text = (secret: boolean) => screen(sceneOf(shown(exercise, secret)), WHOLE).join(' ');
  expect([text(false).includes('0.25 away'), text(true).includes('0.25')]).toEqual([true, false]);
});
