import type { LabelledPlace } from './best-line.ts';

/** Hidden units: enough for a ring around a point, and too few for chance to be learned by heart. */
export const UNITS = 6;
const STARTS = 3;
const STEPS = 250;
const LEARNING_RATE = 0.3;
/** How much of a step is carried into the next one. */
const MOMENTUM = 0.9;

/** Its multiples fall evenly between 0 and 1 and never twice on one place. */
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/**
 * Weights of a network 2-6-1: for each unit those of x1 and x2, its bias and its weight in
 * the output; at the end the bias of the output.
 */
type Network = readonly number[];
const OF_A_UNIT = 4;
const SIZE = OF_A_UNIT * UNITS + 1;

/**
 * The points that a small network of our own does not learn, by number; none where it
 * learns them all. It has six tanh units and a sigmoid, and takes full steps of gradient
 * descent from a few fixed starts on standardised coordinates: the same points always
 * come to the same end.
 */
export function missedByNetwork(points: readonly LabelledPlace[]): readonly number[] {
  const standard = standardised(points);
  let fewest: readonly number[] = points.map((_, at) => at);
  for (let start = 0; start < STARTS && fewest.length > 0; start += 1) {
    const missed = train(standard, startOf(start));
    if (missed.length < fewest.length) fewest = missed;
  }
  return fewest;
}

/** The fewest points that were on the wrong side before any of the steps. */
function train(points: readonly LabelledPlace[], start: Network): readonly number[] {
  let network = start;
  let velocity: Network = start.map(() => 0);
  let fewest: readonly number[] = points.map((_, at) => at);
  for (let step = 0; step < STEPS && fewest.length > 0; step += 1) {
    const { missed, slopes } = pass(points, network);
    if (missed.length < fewest.length) fewest = missed;
    velocity = velocity.map((each, at) => MOMENTUM * each - LEARNING_RATE * (slopes[at] ?? 0));
    network = network.map((each, at) => each + (velocity[at] ?? 0));
  }
  return fewest;
}

/** Units that look into directions all around, turned a little further in every start. */
function startOf(start: number): Network {
  const even = (place: number) => 2 * ((GOLDEN * (1 + place + 2 * UNITS * start)) % 1) - 1;
  const units = Array.from({ length: UNITS }, (_, unit) => {
    const angle = 2 * Math.PI * ((unit + 0.5) / UNITS + GOLDEN * start);
    return [1.5 * Math.cos(angle), 1.5 * Math.sin(angle), even(unit), even(unit + UNITS)];
  });
  return [...units.flat(), 0];
}

/** Which points a network gets wrong, and the slopes of its average cross-entropy. */
function pass(points: readonly LabelledPlace[], network: Network) {
  const weight = (at: number): number => network[at] ?? 0;
  const missed: number[] = [];
  const slopes = new Float64Array(SIZE);
  const add = (at: number, slope: number): void => {
    slopes[at] = (slopes[at] ?? 0) + slope / points.length;
  };
  for (const [at, { x1, x2, label }] of points.entries()) {
    const activations = Array.from({ length: UNITS }, (_, unit) => {
      const own = OF_A_UNIT * unit;
      return Math.tanh(weight(own) * x1 + weight(own + 1) * x2 + weight(own + 2));
    });
    const z = activations.reduce(
      (sum, activation, unit) => sum + activation * weight(OF_A_UNIT * unit + 3),
      weight(SIZE - 1),
    );
    if (!(label === 1 ? z > 0 : z < 0)) missed.push(at);
    const error = 1 / (1 + Math.exp(-z)) - label;
    for (const [unit, activation] of activations.entries()) {
      const own = OF_A_UNIT * unit;
      const blame = error * weight(own + 3) * (1 - activation * activation);
      add(own, blame * x1);
      add(own + 1, blame * x2);
      add(own + 2, blame);
      add(own + 3, error * activation);
    }
    add(SIZE - 1, error);
  }
  return { missed, slopes };
}

/** Both coordinates with the mean 0 and the standard deviation 1: their scale is nothing to learn. */
function standardised(points: readonly LabelledPlace[]): readonly LabelledPlace[] {
  const along = (coordinate: 'x1' | 'x2') => {
    const values = points.map((point) => point[coordinate]);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    // The square of a very small or very large distance is 0 or infinite.
    const unit = values.reduce((most, each) => Math.max(most, Math.abs(each - mean)), 0) || 1;
    const variance =
      values.reduce((sum, value) => sum + ((value - mean) / unit) ** 2, 0) / values.length;
    const spread = Math.sqrt(variance) || 1;
    return (value: number) => (value - mean) / unit / spread;
  };
  const [first, second] = [along('x1'), along('x2')];
  return points.map(({ x1, x2, label }) => ({ x1: first(x1), x2: second(x2), label }));
}
