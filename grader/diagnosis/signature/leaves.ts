import { type Tensor, toTensor, type Value } from '../../contract/value.ts';
import type { Named } from './compared.ts';

/** All numbers in a value by dotted path, in the order in which they stand there; what is no number is left out. */
export function leavesOf(value: Value): Named {
  return new Map(leaves(value, ''));
}

function leaves(value: Value, path: string): readonly (readonly [string, Tensor])[] {
  const under = (step: string) => (path === '' ? step : `${path}.${step}`);
  if (value.kind === 'record') {
    return Object.entries(value.fields).flatMap(([name, each]) => leaves(each, under(name)));
  }
  const tensor = toTensor(value);
  if (tensor !== null) return tensor.data.length === 0 ? [] : [[path, tensor]];
  return value.kind === 'list'
    ? value.items.flatMap((each, at) => leaves(each, under(String(at))))
    : [];
}
