import type { JudgedCase } from '../contract/check-kind.ts';
import type { Observation } from '../contract/evidence.ts';
import type { KeyCase } from '../contract/key.ts';

/** One case of a program and of the reference. */
export interface RunCase extends Pick<KeyCase, 'input' | 'truth' | 'reference' | 'slopes'> {
  readonly observed: Observation | undefined;
}

/** What a kind of check judges, or `null` where something did not return. */
export function judgedCases(cases: readonly RunCase[]): readonly JudgedCase[] | null {
  const judged = cases.map(({ reference, observed, ...rest }): JudgedCase | null => {
    if (reference.outcome !== 'returned' || observed?.outcome !== 'returned') return null;
    const { output: returned, changed, repeats } = observed;
    return { ...rest, expected: reference.output, returned, changed, repeats };
  });
  return judged.every((each) => each !== null) ? judged : null;
}
