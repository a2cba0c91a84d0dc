import { Type } from '@sinclair/typebox';
import type { Finding, JudgedCase } from '../contract/check-kind.ts';
import type { FailReason, Got } from '../contract/result.ts';
import { type Tensor, toReal, toTensor, type Value, valueAt } from '../contract/value.ts';
import { type Layer, layersOf } from './network.ts';
import { describeValue, numericOutput } from './output.ts';

/** Where checks of a trained network find it, before and after. */
export const trainingSettings = {
  parameters: Type.String({
    minLength: 1,
    description:
      'Output that holds the trained parameters: {W1, b1, ...}, [{W, b}, ...], or {W1, W2, ...} with the biases as last rows.',
  }),
  start: Type.String({
    minLength: 1,
    description: 'Place of the untrained parameters in the input of the probe.',
  }),
};

/** A network before and after training, or what there is to say where there is none. */
type Training =
  | {
      readonly state: 'trained';
      readonly untrained: readonly Layer[];
      readonly trained: readonly Layer[];
    }
  | { readonly state: 'unfit'; readonly finding: Finding };

/** Trained parameters in the shape of those that were given, or why they are not. */
type Shaped =
  | { readonly state: 'shaped'; readonly value: Value }
  | { readonly state: 'unfit'; readonly finding: Finding };

/** The network that a case began with and the one that came back; its shapes are those of the start. */
export function trainingOf(
  settings: { readonly parameters: string; readonly start: string },
  { input, returned }: Pick<JudgedCase, 'input' | 'returned'>,
  at: number,
): Training {
  const start = valueAt(input, settings.start);
  const untrained = layersOf(start);
  if (start === null || untrained === null) return { state: 'unfit', finding: failedReference(at) };
  const { parameters } = settings;
  const shaped = inShapeOf(start, returned, parameters, at);
  if (shaped.state === 'unfit') return shaped;
  const trained = layersOf(shaped.value);
  if (trained === null) return unfit('wrong-shape', { case: at, names: [parameters] });
  return { state: 'trained', untrained, trained };
}

/** What a check says where an author left out what it needs. */
export function failedReference(at: number): Finding {
  return { status: 'error', reason: 'reference-failed', got: { case: at } };
}

/**
 * What came back at a path, container by container and shape by shape as the start has it,
 * without what nobody asked for; or the first part of it that is missing or of another shape.
 * Only what the start holds is read, so that nothing returned can choose what is judged.
 */
function inShapeOf(start: Value, returned: Value, path: string, at: number): Shaped {
  const tensor = toTensor(start);
  if (tensor !== null) {
    const output = numericOutput(returned, path, tensor.shape, at);
    if (output.state === 'unfit') return output;
    // A flat list may stand for a matrix of one row: the layers want the shape of the start.
    return { state: 'shaped', value: inNumbers({ ...output.tensor, shape: tensor.shape }) };
  }
  if (start.kind !== 'record' && start.kind !== 'list') return { state: 'shaped', value: start };
  const parts = new Map<string, Value>();
  for (const [name, part] of Object.entries(start.kind === 'list' ? start.items : start.fields)) {
    const shaped = inShapeOf(part, returned, `${path}.${name}`, at);
    if (shaped.state === 'unfit') return shaped;
    parts.set(name, shaped.value);
  }
  // The names of a list's places can be those of a record's fields as well.
  const whole = valueAt(returned, path);
  if (whole?.kind !== start.kind) {
    return unfit('not-numbers', { case: at, names: [path], words: describeValue(whole) });
  }
  return {
    state: 'shaped',
    value:
      start.kind === 'list'
        ? { kind: 'list', items: [...parts.values()] }
        : { kind: 'record', fields: Object.fromEntries(parts) },
  };
}

/** Numbers of a shape as the value that holds them. */
function inNumbers({ shape: [rows, columns], data }: Tensor): Value {
  const reals = data.map(toReal);
  if (rows === undefined) return { kind: 'number', value: reals[0] ?? 'NaN' };
  return columns === undefined
    ? { kind: 'numbers', data: reals }
    : { kind: 'matrix', rows, columns, data: reals };
}

function unfit(reason: FailReason, got: Partial<Got>) {
  return { state: 'unfit', finding: { status: 'fail', reason, got } } as const;
}
