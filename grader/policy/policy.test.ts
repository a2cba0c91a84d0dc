import { expect, test } from 'vitest';
import { DUE, HOUR } from '../testing/policies.ts';
import { NO_POLICY, policyIn } from './policy.ts';

test.each([[{}], [null], [undefined]])('%j says nothing, and changes nothing', (document) => {
  expect(policyIn(document, 'policy.yaml')).toEqual(NO_POLICY);
});

test('all that is left out of a late penalty is filled in', () => {
  const late = { per: 'day', percent: 10, of: 'points' };
  expect(policyIn({ late }, 'policy.yaml').late).toEqual({
    per: 'day',
    of: 'points',
    percent: 10_000,
    atMost: 100_000,
    grace: 0,
  });
});

test('everything can be said', () => {
  const document = {
    deadline: '2026-03-05T13:00:00+01:00',
    late: { per: 'hour', percent: 0.5, of: 'possible', atMost: 33.333, grace: 60 },
    drop: 1,
    cap: 17.125,
    attempts: 'best',
  };
  expect(policyIn(document, 'policy.yaml')).toEqual({
    deadline: DUE,
    late: { per: 'hour', percent: 500, of: 'possible', atMost: 33_333, grace: HOUR },
    drop: 1,
    cap: 17_125,
    attempts: 'best',
  });
});

test.each([
  [{ dropp: 1 }, 'at the top: unknown field "dropp"'],
  [{ late: { per: 'week', percent: 1, of: 'points' } }, 'at /late/per: must be one of day, hour'],
  [{ late: { per: 'day', percent: 101, of: 'points' } }, 'at /late/percent: must be <= 100'],
  [{ attempts: 'first' }, 'at /attempts: must be one of last, best'],
  [{ drop: -1 }, 'at /drop: must be >= 0'],
  [{ cap: '17' }, 'at /cap: must be number'],
  [[], 'at the top: must be object'],
  [{ deadline: '2026-03-05' }, 'at /deadline: "2026-03-05" is no date with a time and a zone'],
  [
    { deadline: '2026-03-05T13:00' },
    'at /deadline: "2026-03-05T13:00" is no date with a time and a zone',
  ],
])('%j is refused', (document, words) => {
  expect(() => policyIn(document, 'policy.yaml')).toThrow(
    expect.objectContaining({ code: 'broken-policy', message: `policy.yaml: ${words}` }),
  );
});
