import type { CourseExercise } from '../contract/course.ts';
import { type Activations, HIDDEN_ACTIVATIONS, type Layer } from '../numbers/network.ts';

/** What the hidden units of an exercise do. */
export type Hidden = Activations['hidden'];

/**
 * What the hidden units of an exercise do, as its checks and pictures say (`hidden`); where none
 * says it, tanh.
 */
export function hiddenOf({ manifest }: CourseExercise): Hidden {
  const settings = [...manifest.checks, ...(manifest.pictures ?? [])].map(
    (each) => each.with ?? {},
  );
  const told = new Set(settings.map(({ hidden }) => hidden));
  return HIDDEN_ACTIVATIONS.find((hidden) => told.has(hidden)) ?? 'tanh';
}

/** For every hidden layer and unit in it, its z for every example. */
export function hiddenScores(
  network: readonly Layer[],
  X: { readonly rows: number; readonly columns: number; readonly entries: readonly number[] },
  hidden: Hidden,
): readonly (readonly (readonly number[])[])[] {
  let A = Array.from({ length: X.columns }, (_, column) =>
    X.entries.filter((_, at) => at % X.columns === column),
  );
  return network.slice(0, -1).map(({ W, b }) => {
    const Z = b.data.map((bias, unit) =>
      Array.from({ length: X.rows }, (_, row) =>
        A.reduce(
          (sum, inputs, at) => sum + (inputs[row] ?? 0) * (W.data[at * b.data.length + unit] ?? 0),
          bias,
        ),
      ),
    );
    A = Z.map((z) => z.map((each) => activations[hidden](each)));
    return Z;
  });
}

const activations: Record<Hidden, (z: number) => number> = {
  tanh: Math.tanh,
  relu: (z) => Math.max(0, z),
  sigmoid: (z) => 1 / (1 + Math.exp(-z)),
};
