import type { Guesses } from '../contract/check-kind.ts';
import type { Observation } from '../contract/evidence.ts';
import { toFloat } from '../contract/value.ts';
import type { SeededFixtures } from '../make-fixtures.ts';
import { judgedCases } from './judged-cases.ts';
import type { Questions, ThresholdQuestion } from './questions.ts';

/** What one program got on one seed in a check that has a threshold. */
export interface Attainment {
  readonly check: string;
  readonly threshold: number;
  /** `guess`: what any program gets that has learned nothing. */
  readonly role: 'solution' | 'mistake' | 'guess';
  /** Id of the mistake, or what the guess is. */
  readonly program: string;
  readonly seed: string;
  /** What was measured, or `null` where the program did not come so far. */
  readonly measured: number | null;
  /** Whether the check is passed, for which more than the threshold may be asked. */
  readonly passes: boolean;
  /** The least by which two outcomes can differ. */
  readonly step: number;
}

/** What a program did, by probe: the cases of all seeds one after the other. */
export type Observed = Readonly<Record<string, readonly Observation[]>>;

/** What is due on the seeds that a program was run on. */
export interface Due {
  readonly questions: Questions;
  readonly fixtures: SeededFixtures;
  /** What the reference did on all seeds. */
  readonly reference: Observed;
}

/**
 * What a program got in every check with a threshold, seed by seed.
 *
 * @param from how many seeds of the reference lie before the first of these
 */
export function measured(
  role: Attainment['role'],
  program: string,
  observed: Observed,
  { questions, fixtures, reference }: Due,
  from: number,
): readonly Attainment[] {
  return questions.withThreshold.flatMap(({ check, probe, kind, threshold }) =>
    fixtures.map(({ seed, probes }, nth): Attainment => {
      const own = { check: check.id, threshold, role, program, seed };
      const cases = probes[probe] ?? [];
      const judged = judgedCases(
        cases.map((each, at) => ({
          ...each,
          slopes: null,
          reference: reference[probe]?.[(from + nth) * cases.length + at] ?? {
            outcome: 'not-reached',
          },
          observed: observed[probe]?.[nth * cases.length + at],
        })),
      );
      if (judged === null) return { ...own, measured: null, passes: false, step: 0 };
      const question = { settings: check.with ?? {}, cases: judged, facts: null };
      const { status, got } = kind.judge(question);
      return {
        ...own,
        measured:
          got.measured === undefined || got.measured === null ? null : toFloat(got.measured),
        passes: status === 'pass',
        step: kind.guesses?.(question)?.step ?? 0,
      };
    }),
  );
}

/** What the guesses get, seed by seed. */
export function guessed({ questions, fixtures, reference }: Due): readonly Attainment[] {
  return questions.withThreshold.flatMap((question) =>
    fixtures.flatMap(({ seed, probes }, nth) => {
      const guesses = guessesOf(question, probes[question.probe] ?? [], reference, nth);
      const { check, threshold } = question;
      return Object.entries(guesses?.measured ?? {}).map(
        ([program, value]): Attainment => ({
          check: check.id,
          threshold,
          role: 'guess',
          program,
          seed,
          measured: value,
          // Whoever moves the start by a hair makes the loss fall: only the number holds a guess up.
          passes: value >= threshold,
          step: guesses?.step ?? 0,
        }),
      );
    }),
  );
}

function guessesOf(
  { check, probe, kind }: ThresholdQuestion,
  cases: SeededFixtures[number]['probes'][string],
  reference: Observed,
  nth: number,
): Guesses | null {
  const observedAt = (at: number) => reference[probe]?.[nth * cases.length + at];
  const judged = judgedCases(
    cases.map((each, at) => ({
      ...each,
      slopes: null,
      reference: observedAt(at) ?? { outcome: 'not-reached' },
      observed: observedAt(at),
    })),
  );
  if (judged === null) return null;
  return kind.guesses?.({ settings: check.with ?? {}, cases: judged, facts: null }) ?? null;
}
