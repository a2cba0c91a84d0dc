import type { JudgedCase } from './contract/check-kind.ts';
import type { ExerciseEvidence } from './contract/evidence.ts';
import type { AskedPicture } from './contract/exercise.ts';
import type { KeyExercise } from './contract/key.ts';
import type { PictureKind } from './contract/kinds.ts';
import type { Picture } from './contract/picture.ts';

/**
 * The pictures that a submission's evidence allows: of a probe in which something
 * did not return there is none.
 */
export function picturesOf(
  asked: readonly AskedPicture[],
  evidence: ExerciseEvidence,
  key: KeyExercise,
  kinds: ReadonlyMap<string, PictureKind>,
): readonly Picture[] {
  return asked.flatMap((picture) => {
    const kind = kinds.get(picture.kind);
    if (kind === undefined) throw new Error(`kind of picture "${picture.kind}" was not loaded`);
    const cases = returnedCases(picture.probe, evidence, key);
    const painting = cases === null ? null : kind.paint(picture.with ?? {}, cases);
    return painting === null ? [] : [{ ...painting, title: picture.title, words: picture.words }];
  });
}

function returnedCases(
  name: string,
  evidence: ExerciseEvidence,
  key: KeyExercise,
): readonly JudgedCase[] | null {
  const cases: JudgedCase[] = [];
  for (const [at, { reference, ...rest }] of (key.probes[name]?.cases ?? []).entries()) {
    const observation = evidence.probes[name]?.[at];
    if (reference.outcome !== 'returned' || observation?.outcome !== 'returned') return null;
    const { output: returned, changed, repeats } = observation;
    cases.push({ ...rest, expected: reference.output, returned, changed, repeats });
  }
  return cases.length === 0 ? null : cases;
}
