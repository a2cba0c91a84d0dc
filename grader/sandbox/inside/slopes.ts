import type { Matrix } from 'ml-matrix';
import type { Slopes } from '../../contract/probe.ts';

/** Numeric derivatives of the reference's loss at the input's own parameters. */
export type MeasuredSlopes = Readonly<
  Record<string, { readonly coarse: Matrix; readonly fine: Matrix }>
>;

const STEP = 1e-5;

/**
 * Centred differences (L(theta + h) - L(theta - h)) / 2h for every entry of every
 * parameter, with h = 1e-5 * max(1, |theta|) and again with h / 10: where the two
 * disagree, the loss has a kink and the entry says nothing (CS231n, "kinks in the objective").
 */
export function measureSlopes<Module, Input>(
  slopes: Slopes<Module, Input>,
  reference: Module,
  input: Input,
): MeasuredSlopes {
  const parameters = slopes.parameters(input);
  const loss = (name: string, moved: Matrix): number =>
    slopes.loss(reference, input, { ...parameters, [name]: moved });

  const measured: Record<string, { coarse: Matrix; fine: Matrix }> = {};
  for (const [name, theta] of Object.entries(parameters)) {
    const coarse = theta.clone();
    const fine = theta.clone();
    for (let row = 0; row < theta.rows; row += 1) {
      for (let column = 0; column < theta.columns; column += 1) {
        const at = theta.get(row, column);
        const slope = (step: number): number => {
          const h = step * Math.max(1, Math.abs(at));
          const plus = loss(name, theta.clone().set(row, column, at + h));
          const minus = loss(name, theta.clone().set(row, column, at - h));
          return (plus - minus) / (2 * h);
        };
        coarse.set(row, column, slope(STEP));
        fine.set(row, column, slope(STEP / 10));
      }
    }
    measured[name] = { coarse, fine };
  }
  return measured;
}
