import type { KeyExercise } from '../../contract/key.ts';
import type { Signature } from '../../contract/signature.ts';
import { leavesOf } from './leaves.ts';

/**
 * Where all gradients of a loss are off by one factor and that loss is off by the same,
 * the gradients are right for another loss; else the signature as it was. The slope of c
 * times a function is c times its slope, so that nothing has to be measured again.
 *
 * @param signature of outputs of a probe
 * @param signaturesIn what the outputs of another probe look like
 */
export function lossBehind(
  signature: Signature,
  probe: string,
  { probes }: KeyExercise,
  signaturesIn: (probe: string) => readonly Signature[],
): Signature {
  if (signature.kind !== 'ratio' || signature.factor.number === null) return signature;
  const cases = probes[probe]?.cases ?? [];
  const [first] = cases;
  if (first?.reference.outcome !== 'returned' || cases.some(({ slopes }) => slopes === null)) {
    return signature;
  }
  const gradients = [...leavesOf(first.reference.output).keys()];
  if (gradients.some((name) => !signature.outputs.includes(name))) return signature;
  const { outputs, factor } = signature;
  for (const [name, { cases: others }] of Object.entries(probes)) {
    const loss = others.length > 1 && others[0] !== undefined ? lossIn(others[0]) : null;
    if (loss === null) continue;
    const isSame = signaturesIn(name).some(
      (each) => each.kind === 'ratio' && each.exact && each.factor.number === factor.number,
    );
    if (isSame && signature.exact) return { kind: 'own-loss', outputs, loss, factor };
  }
  return signature;
}

/** The name of the only output of a case, where that is a single number called a loss. */
function lossIn({ reference }: KeyExercise['probes'][string]['cases'][number]): string | null {
  if (reference.outcome !== 'returned') return null;
  const [output, ...others] = leavesOf(reference.output);
  if (output === undefined || others.length > 0) return null;
  const [name, { shape }] = output;
  return shape.length === 0 && /loss/i.test(name) ? name : null;
}
