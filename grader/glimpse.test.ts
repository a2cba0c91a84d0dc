import { expect, test } from 'vitest';
import { kind as source } from './checks/source.ts';
import type { CheckKind } from './contract/check-kind.ts';
import type { ExerciseEvidence } from './contract/evidence.ts';
import { glimpse } from './glimpse.ts';
import {
  check,
  courseExercise,
  exerciseEvidence,
  keyCase,
  keyExercise,
  keyMistake,
  returned,
} from './testing/documents.ts';
import { KINDS } from './testing/judging.ts';
import { number, numbers, record } from './testing/values.ts';

const probe = { watched: false, functions: [], cases: [keyCase({ Z: number(1) })] };
const key = keyExercise({
  probes: { forward: probe, backward: probe },
  mistakes: [keyMistake('two', { forward: [returned(record({ Z: number(2) }))] })],
});
const exercise = courseExercise(
  {},
  {
    checks: [
      check({ id: 'random', kind: 'source', with: { forbids: ['Math.random'] } }),
      check({ id: 'one' }),
      check({ id: 'two', probe: 'backward' }),
      check({ id: 'three' }),
    ],
  },
);
const kinds = {
  ...KINDS,
  // Its settings have been held to its schema before anything is judged.
  checks: new Map([...KINDS.checks, ['source', source as CheckKind]]),
};

const seen = (own: Partial<ExerciseEvidence>) =>
  glimpse(exercise, exerciseEvidence(own), key, kinds);
const came = (Z: number) => [returned(record({ Z: number(Z) }))];

test('checks are certain up to the first whose probe was not run', () => {
  const { checks } = seen({ probes: { forward: came(1) } });
  expect(checks.map(({ id, status }) => [id, status])).toEqual([['one', 'pass']]);
});

test('all are certain when all was run, but those of the source', () => {
  const { checks } = seen({ probes: { forward: came(1), backward: came(1) } });
  expect(checks.map(({ id }) => id)).toEqual(['one', 'two', 'three']);
});

test('what failed is told as the whole result will tell it', () => {
  const { checks } = seen({ probes: { forward: came(3) } });
  expect(checks[0]).toMatchObject({ status: 'fail', reason: 'values-differ' });
});

test('what numbers look like is not told before a mistake may explain them', () => {
  const due = [1.5, 2.25, -0.75];
  const forward = { ...probe, cases: [keyCase({ Z: numbers(...due) })] };
  const wrong = [returned(record({ Z: numbers(...due.map((z) => 3 * z)) }))];
  const { checks } = glimpse(
    exercise,
    exerciseEvidence({ probes: { forward: wrong } }),
    { ...key, probes: { ...key.probes, forward } },
    kinds,
  );
  expect(checks[0]?.means).toEqual({ mistake: null, waitsFor: null });
});

test('no mistake is named before everything is known', () => {
  expect(seen({ probes: { forward: came(2) } }).mistakes).toEqual([]);
});

test('of a file that does not load everything is certain at once', () => {
  const { checks } = seen({ module: { state: 'missing' }, probes: {} });
  expect(checks.map(({ reason }) => reason)).toEqual(Array(3).fill('file-missing'));
});
