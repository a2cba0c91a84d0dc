import { describe, expect, test } from 'vitest';
import type { Tensor, Value } from '../contract/value.ts';
import { exerciseEvidence, keyCase, keyExercise, returned } from '../testing/documents.ts';
import { asValue, chance, mapped, turned } from '../testing/signatures.ts';
import { nothing, number, record } from '../testing/values.ts';
import { signatureReader } from './signatures.ts';

const [W1, b1, W2] = [chance(1, 3, 5), chance(2, 1, 5), chance(3, 5, 4)];
const due = { dW1: W1, db1: b1, dW2: W2 };
const tolerance = { absolute: 1e-9, relative: 1e-7 };
const times = (tensor: Tensor, factor: number) => mapped(tensor, (entry) => entry * factor);

const recordOf = (tensors: Readonly<Record<string, Tensor>>): Value => record(fieldsOf(tensors));

/** What the outputs of one probe look like, where these came back. */
function looksOf(yours: Value, outputs: readonly string[] = Object.keys(due)) {
  const input = record({ X: asValue(chance(4, 7, 3)) });
  const reference = returned(recordOf(due));
  const probes = {
    backward: { watched: false, functions: [], cases: [keyCase({}, { input, reference })] },
  };
  const evidence = exerciseEvidence({ probes: { backward: [returned(yours)] } });
  const read = signatureReader(evidence, keyExercise({ probes }));
  return read({ probe: 'backward', outputs, tolerance });
}

test('what several outputs have in common is told once, in the order of the reference', () => {
  const yours = recordOf({ dW2: times(W2, 7), db1: b1, dW1: times(W1, 7) });
  expect(looksOf(yours, ['dW2', 'db1'])).toMatchObject([
    { kind: 'ratio', outputs: ['dW1', 'dW2'] },
  ]);
});

test('the order in which a submission names its outputs changes nothing', () => {
  const [one, other] = [times(W1, 7), times(b1, -1)];
  expect(looksOf(recordOf({ dW1: one, db1: other, dW2: W2 }))).toEqual(
    looksOf(recordOf({ dW2: W2, db1: other, dW1: one })),
  );
});

test('of the outputs that a check looks at the first that looks like something is told', () => {
  const yours = recordOf({ dW1: chance(9, 3, 5), db1: times(b1, 7), dW2: turned(W2) });
  expect(looksOf(yours)).toMatchObject([{ kind: 'ratio', outputs: ['db1'] }]);
});

test('an output that a check does not look at is not told of', () => {
  const yours = recordOf({ ...due, db1: times(b1, 7) });
  expect(looksOf(yours, ['dW1', 'dW2'])).toEqual([]);
});

test('where one output alone is wrong and looks like nothing, that is told', () => {
  const yours = recordOf({ ...due, db1: chance(9, 1, 5) });
  expect(looksOf(yours)).toEqual([{ kind: 'alone', outputs: ['db1'], right: ['dW1', 'dW2'] }]);
});

describe('nothing is told', () => {
  test.each<[string, Value]>([
    ['where nothing looks like anything', recordOf({ dW1: W2, db1: W1, dW2: b1 })],
    ['of what is not finite', record({ ...fieldsOf(due), db1: number(Number.NaN) })],
    ['of what did not come back', record({ ...fieldsOf(due), db1: nothing })],
    ['where all is right', recordOf(due)],
    ['where nothing came back at all', nothing],
  ])('%s', (_, yours) => {
    expect(looksOf(yours).filter(({ kind }) => kind !== 'shape')).toEqual([]);
  });

  test('of a probe that was not tried to its end', () => {
    const probes = {
      backward: { watched: false, functions: [], cases: [keyCase({ dW1: asValue(W1) })] },
    };
    const evidence = exerciseEvidence({ probes: { backward: [{ outcome: 'timed-out' }] } });
    const read = signatureReader(evidence, keyExercise({ probes }));
    expect(read({ probe: 'backward', outputs: ['dW1'], tolerance })).toEqual([]);
  });

  test('of a probe that there is not', () => {
    const read = signatureReader(exerciseEvidence(), keyExercise());
    expect(read({ probe: 'other', outputs: ['dW1'], tolerance })).toEqual([]);
  });
});

describe('gradients that are off by the same factor as the loss', () => {
  const losses = [0.3, 0.7, 0.9];
  const slope = asValue(W1);
  const slopes = { W1: { coarse: slope, fine: slope } };
  const probes = (measured: typeof slopes | null) => ({
    loss: {
      watched: false,
      functions: [],
      cases: losses.map((loss) => keyCase({ loss: number(loss) })),
    },
    backward: {
      watched: false,
      functions: [],
      cases: [keyCase({ dW1: asValue(W1) }, { slopes: measured })],
    },
  });
  const looks = (ofLoss: number, measured: typeof slopes | null) => {
    const evidence = exerciseEvidence({
      probes: {
        loss: losses.map((loss) => returned(record({ loss: number(ofLoss * loss) }))),
        backward: [returned(recordOf({ dW1: times(W1, 0.3) }))],
      },
    });
    const read = signatureReader(evidence, keyExercise({ probes: probes(measured) }));
    return read({ probe: 'backward', outputs: ['dW1'], tolerance }).map(({ kind }) => kind);
  };

  test('are the right ones of another loss', () => {
    expect(looks(0.3, slopes)).toEqual(['own-loss']);
  });

  test.each([
    ['the loss is off by another factor', 0.4, slopes],
    ['the loss is right', 1, slopes],
    ['nobody says that they are gradients', 0.3, null],
  ])('are no more than a multiple where %s', (_, ofLoss, measured) => {
    expect(looks(ofLoss, measured)).toEqual(['ratio']);
  });
});

function fieldsOf(tensors: Readonly<Record<string, Tensor>>): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(tensors).map(([name, each]) => [name, asValue(each)]));
}
