import { examplesFor, type Roles, sizesOf } from './fixture-roles.ts';
import type { Hidden } from './hidden-units.ts';
import { hiddenScores } from './hidden-units.ts';

/** Something that the inputs of a probe have to be, so that a wrong program cannot look right. */
export interface FixtureRule {
  readonly name: string;
  /** What an author does about a breach. */
  readonly remedy: string;
  /**
   * What is wrong with one input, in a few words: `null` where nothing is, and `undefined`
   * where it has no part that the rule is about.
   */
  problem(roles: Roles, hidden: Hidden): string | null | undefined;
}

/** Two terms of which neither drowns the other: a mistake in the small one would hide. */
const BALANCE = 3;

/** Where derivatives are neither lost in rounding nor all but zero. */
const MODERATE = { least: 0.1, most: 3 };

/** What all networks of an input have against a rule: one that is well is enough. */
function ofNetworks(
  { networks }: Roles,
  problem: (network: Roles['networks'][number]) => string | null | undefined,
): string | null | undefined {
  const problems = networks.map(problem).filter((each) => each !== undefined);
  return problems.length === 0 ? undefined : problems.includes(null) ? null : problems[0];
}

function repeated(values: readonly number[]): number | undefined {
  return values.find((value, at) => values.indexOf(value) !== at);
}

/** Names the rules, in the order in which breaches are told. */
export const FIXTURE_RULES: readonly FixtureRule[] = [
  {
    name: 'shapes',
    remedy: 'give it more rows than columns or the other way round, so that a transpose shows',
    problem({ matrices }) {
      const [square] = matrices.filter(({ rows, columns }) => rows > 1 && rows === columns);
      const telling = matrices.some(({ rows, columns }) => rows > 1 || columns > 1);
      if (square === undefined) return telling ? null : undefined;
      return `${square.name} is square, ${square.rows} x ${square.columns}`;
    },
  },
  {
    name: 'sizes',
    remedy:
      'give examples, inputs and hidden units sizes of their own, so that no two can be mixed up',
    problem: (roles) =>
      ofNetworks(roles, (network) => {
        const m = examplesFor(roles, network)?.rows;
        const units = sizesOf(network);
        // A single output is that of a sigmoid, and meant.
        const counted = units.at(-1) === 1 ? units.slice(0, -1) : units;
        const all = m === undefined ? counted : [m, ...counted];
        if (m !== undefined && m < 3)
          return `there are ${m} examples, and fewer than 3 hide a missing mean`;
        if (all.includes(1)) return 'one of the sizes is 1';
        const twice = repeated(all);
        return twice === undefined ? null : `two of the sizes are ${twice}`;
      }),
  },
  {
    name: 'biases',
    remedy: 'draw the biases, so that what is done with them shows',
    problem: (roles) =>
      ofNetworks(roles, (network) => {
        const at = network.findIndex(({ b }) => b.data.includes(0));
        return at < 0 ? null : `a bias of layer ${at + 1} is 0`;
      }),
  },
  {
    name: 'weights',
    remedy: 'draw every weight by itself, most of them between 0.1 and 3',
    problem: (roles) =>
      ofNetworks(roles, (network) => {
        const weights = network.flatMap(({ W }) => W.data);
        const twice = repeated(weights);
        if (twice !== undefined) return `the weight ${twice} stands there twice`;
        const size = Math.sqrt(weights.reduce((sum, w) => sum + w * w, 0) / weights.length);
        const isModerate = size >= MODERATE.least && size <= MODERATE.most;
        return isModerate ? null : `the weights are about ${size.toPrecision(1)} in size`;
      }),
  },
  {
    name: 'units',
    remedy: 'draw with drawUntil, until every hidden unit bends',
    problem: (roles, hidden) =>
      ofNetworks(roles, (network) => {
        const X = examplesFor(roles, network);
        if (X === null || network.length < 2) return undefined;
        for (const [layer, units] of hiddenScores(network, X, hidden).entries()) {
          const problem = hidden === 'relu' ? stuck(units) : straight(units);
          if (problem !== null) return `${problem} of hidden layer ${layer + 1}`;
        }
        return null;
      }),
  },
  {
    name: 'labels',
    remedy: 'let one class have more examples than another, so that classes mixed up show',
    problem({ matrices }) {
      const Y = matrices.find(({ name }) => name === 'Y');
      if (Y === undefined || !Y.entries.every((entry) => entry === 0 || entry === 1))
        return undefined;
      const ofColumn = (column: number) =>
        Y.entries.filter((entry, at) => at % Y.columns === column && entry === 1).length;
      const ones = Array.from({ length: Y.columns }, (_, column) => ofColumn(column));
      const counts = Y.columns === 1 ? [Y.rows - (ones[0] ?? 0), ...ones] : ones;
      if (counts.filter((count) => count > 0).length < 2) return 'all labels are of one class';
      return new Set(counts).size === 1 ? 'all classes are equally large' : null;
    },
  },
  {
    name: 'numbers',
    remedy: 'choose another, so that a wrong factor says which number it is',
    problem(roles) {
      const numbers = Object.entries(roles.numbers);
      if (numbers.length === 0) return undefined;
      const [network] = roles.networks;
      const m = network === undefined ? undefined : examplesFor(roles, network)?.rows;
      const sizes = [
        ...(network === undefined ? [] : sizesOf(network)),
        ...(m === undefined ? [] : [m]),
      ];
      const taken = new Set<number>([0, 1, ...sizes]);
      for (const [name, value] of numbers) {
        if (taken.has(value))
          return `${name} is ${value}, as ${value < 2 ? 'no number should be' : 'another number is'}`;
        taken.add(value);
      }
      return null;
    },
  },
  {
    name: 'balance',
    remedy: `choose lambda so that penalty and data pull equally hard, within a factor of ${BALANCE}`,
    problem(roles) {
      const { lambda } = roles.numbers;
      const [network] = roles.networks;
      const [gradients] = roles.gradients;
      const m = network === undefined ? undefined : examplesFor(roles, network)?.rows;
      if (!lambda || network === undefined || gradients === undefined || m === undefined)
        return undefined;
      const ratios = network.map(
        ({ W }, at) => ((lambda / m) * norm(W.data)) / norm(gradients[at] ?? []),
      );
      const at = ratios.findIndex((ratio) => !(ratio > 1 / BALANCE && ratio < BALANCE));
      return at < 0
        ? null
        : `in W${at + 1} the penalty pulls ${ratios[at]?.toPrecision(2)} times as hard as the data`;
    },
  },
  {
    name: 'leak',
    remedy: 'take about 0.3: a slope near 0 or 1 passes for none',
    problem({ numbers: { slope } }) {
      if (slope === undefined) return undefined;
      return slope >= 0.1 && slope <= 0.9 ? null : `the slope of a leaky unit is ${slope}`;
    },
  },
  {
    name: 'batches',
    remedy: 'choose a size of batch that leaves a smaller one at the end',
    problem({ matrices, numbers: { batchSize } }) {
      const X = matrices.find(({ name }) => name === 'X');
      if (batchSize === undefined || X === undefined) return undefined;
      return X.rows % batchSize === 0
        ? `batches of ${batchSize} divide the ${X.rows} examples`
        : null;
    },
  },
];

/** A unit that is on, or off, for all examples hides half of what its slope does. */
function stuck(units: readonly (readonly number[])[]): string | null {
  const at = units.findIndex((z) => !(z.some((each) => each > 0) && z.some((each) => each < 0)));
  return at < 0 ? null : `all examples lie on one side of unit ${at + 1}`;
}

/** Near 0 the curves are lines, and a slope of 1 that somebody forgot is nearly right. */
function straight(units: readonly (readonly number[])[]): string | null {
  return units.flat().some((z) => Math.abs(z) > 1) ? null : 'no z goes beyond 1 in any unit';
}

function norm(values: readonly number[]): number {
  return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
}
