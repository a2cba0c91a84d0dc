import type { CheckResult, Got, Result, Signature } from '../../grader/contract/result.ts';
import { toFloat } from '../../grader/contract/value.ts';

type Picture = Result['exercises'][number]['pictures'][number];

/**
 * A result as its student may see it. Where the seed is secret, it holds neither
 * the seed nor any number from which an expected value could be worked out: what
 * came back, where, and what it looks like stay.
 */
export function forStudent(result: Result): Result {
  if (!result.secret) return result;
  return {
    ...result,
    seed: 'secret',
    exercises: result.exercises.map((exercise) => ({
      ...exercise,
      checks: exercise.checks.map(closedCheck),
      pictures: exercise.pictures.filter(isOpen).map(closedPicture),
    })),
  };
}

function closedCheck(check: CheckResult): CheckResult {
  const { means } = check;
  const signatures = means.signatures?.map(closedSignature);
  return {
    ...check,
    got: check.got === null ? null : closedGot(check.got, check.tried),
    means: { ...means, ...(signatures && { signatures }) },
  };
}

/** A factor that can be counted in the lesson stays; another number would give the key's away. */
function closedSignature(signature: Signature): Signature {
  if (!('factor' in signature)) return signature;
  const { factor } = signature;
  const isCounted = factor.quantities.some(({ is }) => is !== 'value');
  const isPlain = factor.number !== null && PLAIN.has(Math.abs(toFloat(factor.number)));
  return isCounted || isPlain ? signature : { ...signature, factor: { ...factor, number: null } };
}

const PLAIN = new Set([1, 2, 0.5]);

function closedGot(got: Got, tried: CheckResult['tried']): Got {
  // Of a band the distance from an end is measured: with the number itself it gives that end.
  const isOfBand = tried.against === 'a rule' && tried.threshold !== null;
  return {
    ...got,
    measured: isOfBand ? null : got.measured,
    worst: got.worst === null ? null : { ...got.worst, error: null, allowed: null },
    // Which of two possible labels is wrong says which is right.
    compared: null,
    margin: null,
    due: null,
  };
}

/** How far a number is from the key's gives the key's away. */
function isOpen(picture: Picture): boolean {
  return picture.draw !== 'dots' || picture.shows === 'outputs';
}

function closedPicture(picture: Picture): Picture {
  switch (picture.draw) {
    case 'curves':
      return { ...picture, curves: picture.curves.filter(({ whose }) => whose === 'yours') };
    case 'dots':
      return { ...picture, dots: picture.dots.map((dot) => ({ ...dot, reference: null })) };
    case 'boundary':
    case 'surface':
      return { ...picture, test: null };
  }
}
