import { Matrix } from 'ml-matrix';
import seedrandom from 'seedrandom';
import type { Generator, Probe } from '../../contract/probe.ts';

/**
 * Types a probe of an exercise: the input of `run`, `truth` and `slopes` is what
 * its own `input` returns. `const probe = probesFor<typeof import('./stub.ts')>()`.
 */
export function probesFor<Module>(): <Input>(probe: Probe<Module, Input>) => Probe<Module, Input> {
  return <Input>(probe: Probe<Module, Input>): Probe<Module, Input> => probe;
}

/** A generator that draws the same numbers for the same seed, for handing to a student's function. */
export function generator(seed: string): Generator {
  return seedrandom(seed);
}

/** One draw from the standard normal distribution (Box and Muller, 1958). */
export function normal(rng: Generator): number {
  // 1 - rng() is in (0, 1], where the logarithm is finite.
  return Math.sqrt(-2 * Math.log(1 - rng())) * Math.cos(2 * Math.PI * rng());
}

/** A `rows x columns` matrix of normal draws with the standard deviation `scale`. */
export function normalMatrix(rng: Generator, rows: number, columns: number, scale = 1): Matrix {
  return fill(rows, columns, () => scale * normal(rng));
}

/** A `rows x columns` matrix of draws that are uniform in [low, high). */
export function uniformMatrix(
  rng: Generator,
  rows: number,
  columns: number,
  low: number,
  high: number,
): Matrix {
  return fill(rows, columns, () => low + (high - low) * rng());
}

/** A whole number that is uniform in 0 ... below - 1. */
export function integer(rng: Generator, below: number): number {
  return Math.floor(rng() * below);
}

/** `classes` columns with a single 1 a row, at that row's label. */
export function oneHot(labels: readonly number[], classes: number): Matrix {
  const rows = new Matrix(labels.length, classes);
  labels.forEach((label, row) => {
    rows.set(row, label, 1);
  });
  return rows;
}

/** `m` labelled points: `X` is m x 2, `labels` holds 0 or 1 for each row. */
export interface DataSet {
  readonly X: Matrix;
  readonly labels: readonly number[];
}

/** Points in a square around zero; label 1 where both coordinates have one sign (lesson 000). */
export function quadrants(rng: Generator, m: number): DataSet {
  const X = uniformMatrix(rng, m, 2, -1.5, 1.5);
  const labels = X.to2DArray().map(([x1 = 0, x2 = 0]) => (x1 * x2 > 0 ? 1 : 0));
  return { X, labels };
}

/** Two half circles that reach into each other, with normal noise (lessons 001, 002 and 004). */
export function moons(rng: Generator, m: number, noise = 0.2): DataSet {
  const labels = Array.from({ length: m }, (_, row) => row % 2);
  const X = new Matrix(m, 2);
  labels.forEach((label, row) => {
    const angle = Math.PI * rng();
    const x1 = label === 0 ? Math.cos(angle) : 1 - Math.cos(angle);
    const x2 = label === 0 ? Math.sin(angle) : 0.5 - Math.sin(angle);
    X.setRow(row, [x1 + noise * normal(rng), x2 + noise * normal(rng)]);
  });
  return { X, labels };
}

/**
 * Draws again until a draw is fit to judge with, for example until every hidden
 * unit is on somewhere and off somewhere.
 *
 * @throws Error after 1000 draws: the wish can hardly be met
 */
export function drawUntil<Draw>(draw: () => Draw, suits: (drawn: Draw) => boolean): Draw {
  for (let attempt = 0; attempt < 1000; attempt += 1) {
    const drawn = draw();
    if (suits(drawn)) return drawn;
  }
  throw new Error('no draw of 1000 was fit to judge with');
}

function fill(rows: number, columns: number, entry: () => number): Matrix {
  const matrix = new Matrix(rows, columns);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) matrix.set(row, column, entry());
  }
  return matrix;
}
