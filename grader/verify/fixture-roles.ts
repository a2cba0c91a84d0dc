import { toFloat, toTensor, type Value, valueAt } from '../contract/value.ts';
import { type Layer, layersOf } from '../numbers/network.ts';

/** A matrix in an input, by the name of its field. */
interface NamedMatrix {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  readonly entries: readonly number[];
}

/** What the parts of an input are, read from their names and shapes: `X`, `Y`, `W1`, `b1`, `dW1`. */
export interface Roles {
  readonly matrices: readonly NamedMatrix[];
  readonly numbers: Readonly<Record<string, number>>;
  /** Each `{W1, b1, ...}` or `[{W, b}, ...]`, wherever it stands. */
  readonly networks: readonly (readonly Layer[])[];
  /** Each `{dW1, ...}`: the gradients of the weights, layer by layer. */
  readonly gradients: readonly (readonly (readonly number[])[])[];
}

/** Reads the parts of one input. */
export function rolesOf(input: Value): Roles {
  const parts = [...partsOf('', input)];
  return {
    matrices: parts.flatMap(({ name, value }) => {
      if (value.kind !== 'matrix') return [];
      const { rows, columns, data } = value;
      return [{ name, rows, columns, entries: data.map(toFloat) }];
    }),
    numbers: Object.fromEntries(
      parts.flatMap(({ name, value }) =>
        value.kind === 'number' ? [[name, toFloat(value.value)]] : [],
      ),
    ),
    networks: parts.flatMap(({ value }) => {
      const layers = layersOf(value);
      return layers === null ? [] : [layers];
    }),
    gradients: parts.flatMap(({ value }) => {
      const blocks = gradientsIn(value);
      return blocks.length === 0 ? [] : [blocks];
    }),
  };
}

function* partsOf(name: string, value: Value): Generator<{ name: string; value: Value }> {
  yield { name, value };
  if (value.kind === 'record') {
    for (const [field, part] of Object.entries(value.fields)) yield* partsOf(field, part);
  }
  if (value.kind === 'list') {
    for (const [at, part] of value.items.entries()) yield* partsOf(`${name}[${at}]`, part);
  }
}

function gradientsIn(value: Value): readonly (readonly number[])[] {
  if (value.kind !== 'record') return [];
  const blocks: (readonly number[])[] = [];
  for (;;) {
    const found = valueAt(value, `dW${blocks.length + 1}`);
    const block = found === null ? null : toTensor(found);
    if (block === null) return blocks;
    blocks.push(block.data);
  }
}

/** Inputs, hidden units of each layer, outputs. */
export function sizesOf(network: readonly Layer[]): readonly number[] {
  return [network[0]?.W.shape[0] ?? 0, ...network.map(({ b }) => b.data.length)];
}

/** The examples that go into a network: the matrix `X` as wide as its first layer is tall. */
export function examplesFor({ matrices }: Roles, network: readonly Layer[]): NamedMatrix | null {
  const inputs = sizesOf(network)[0];
  return matrices.find(({ name, columns }) => name === 'X' && columns === inputs) ?? null;
}
