import { expect, test } from 'vitest';
import type { Value } from '../contract/value.ts';
import { exerciseEvidence, keyCase, keyExercise, returned } from '../testing/documents.ts';
import { asValue, chance } from '../testing/signatures.ts';
import { list, matrix, numbers, record, text } from '../testing/values.ts';
import { signatureReader } from './signatures.ts';

const W1 = chance(1, 3, 5);
const all = (entry: number) => matrix(...Array.from({ length: 3 }, () => Array(5).fill(entry)));

test.each<[string, Value]>([
  ['the largest numbers', all(Number.MAX_VALUE)],
  ['the smallest numbers', all(Number.MIN_VALUE)],
  ['infinities', all(Number.POSITIVE_INFINITY)],
  ['a matrix without entries', { kind: 'matrix', rows: 0, columns: 0, data: [] }],
  ['a very long list', numbers(...Array.from({ length: 50_000 }, (_, at) => at))],
  ['lists in lists', list(list(numbers(1)), numbers(2))],
  ['words', text('dW1')],
])('numbers that were made to confuse look like nothing: %s', (_, dW1) => {
  const backward = { watched: false, functions: [], cases: [keyCase({ dW1: asValue(W1) })] };
  const evidence = exerciseEvidence({ probes: { backward: [returned(record({ dW1 }))] } });
  const read = signatureReader(evidence, keyExercise({ probes: { backward } }));
  const tolerance = { absolute: 1e-9, relative: 1e-7 };
  expect(read({ probe: 'backward', outputs: ['dW1'], tolerance })).toEqual([]);
});
