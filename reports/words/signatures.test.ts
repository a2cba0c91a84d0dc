import { describe, expect, test } from 'vitest';
import type { Factor, Signature } from '../../grader/contract/result.ts';
import { failedCheck, failedExercise } from '../../grader/testing/documents.ts';
import { clueIn } from './signatures.ts';
import { clueOf } from './student.ts';

const ROWS = { is: 'rows', of: 'cache.X' } as const;
const RATE = { is: 'value', of: 'learningRate' } as const;

const factor = (own: Partial<Factor> = {}): Factor => ({
  number: 7,
  quantities: [],
  inverse: false,
  negative: false,
  ...own,
});
const ratio = (own: Partial<Factor> = {}, outputs: readonly string[] = ['dW1']): Signature => ({
  kind: 'ratio',
  outputs,
  factor: factor(own),
  exact: true,
});
const titleOf = (...signatures: readonly Signature[]) => clueIn(signatures)?.title;

describe('a factor is told', () => {
  test.each<[string, Signature]>([
    [
      'dW1 is exactly 7 times that of the reference; 7 is the number of examples (rows of X)',
      ratio({ quantities: [ROWS] }),
    ],
    [
      'dW1 is exactly 1/7 of that of the reference; 7 is the number of examples (rows of X)',
      ratio({ number: 1 / 7, inverse: true, quantities: [ROWS] }),
    ],
    ['dW1 is exactly minus that of the reference', ratio({ number: -1, negative: true })],
    ['dW1 is exactly twice that of the reference', ratio({ number: 2 })],
    [
      'dW1 and db1 are exactly half of those of the reference',
      ratio({ number: 0.5 }, ['dW1', 'db1']),
    ],
    ['dW1 is exactly 0.318 times that of the reference', ratio({ number: 0.318 })],
    [
      'dW1 is exactly that of the reference times the learningRate that was given',
      ratio({ number: null, quantities: [RATE] }),
    ],
    [
      'dW1 is exactly that of the reference times a number, the same one for all entries of a case',
      ratio({ number: null }),
    ],
    [
      'dW1 is exactly 7 times that of the reference; 7 is the number of examples (rows of X) and also the learningRate that was given',
      ratio({ quantities: [ROWS, RATE] }),
    ],
  ])('%s', (title, signature) => {
    expect(titleOf(signature)).toBe(title);
  });

  test('as no more than near where it is not exact', () => {
    expect(titleOf({ kind: 'ratio', outputs: ['dW1'], factor: factor(), exact: false })).toBe(
      'dW1 is very nearly 7 times that of the reference',
    );
  });
});

const EACH: readonly Signature[] = [
  ratio(),
  { kind: 'transposed', outputs: ['dW1'], exact: true },
  { kind: 'shape', outputs: ['db1'], axis: 'rows', size: 7, quantities: [ROWS], folds: 'sum' },
  { kind: 'zero', outputs: ['dW1'], where: 'everywhere' },
  { kind: 'zero', outputs: ['D'], where: 'somewhere' },
  { kind: 'not-zero', outputs: ['D'] },
  { kind: 'only-where', outputs: ['D'], sign: 'negative', of: 'Z' },
  { kind: 'only-at', outputs: ['P'], place: 'last row' },
  { kind: 'same-as', outputs: ['W1'], whose: 'given', others: ['parameters.W1'] },
  { kind: 'same-as', outputs: ['A1'], whose: 'due', others: ['Z1'] },
  { kind: 'shifted', outputs: ['losses'], by: 'one later' },
  { kind: 'difference', outputs: ['dW1', 'dW2'], others: ['W1', 'layers.0.W'] },
  { kind: 'own-loss', outputs: ['dW1'], loss: 'loss', factor: factor({ quantities: [ROWS] }) },
  { kind: 'alone', outputs: ['db1'], right: ['dW1', 'dW2'] },
];

test('every signature is worded as it was', () => {
  expect(EACH.map((each) => clueIn([each]))).toMatchInlineSnapshot(`
    [
      {
        "hint": "By which numbers does your code multiply or divide on the way, and which of them does the lesson have?",
        "title": "dW1 is exactly 7 times that of the reference",
      },
      {
        "hint": "The numbers themselves are right. Which shape does the table of the lesson give, and what makes yours the other way round?",
        "title": "dW1 holds the numbers of the reference, with rows and columns in each other's place",
      },
      {
        "hint": "For what should there be one row each, and what has to become of the others?",
        "title": "db1 has 7 rows; 7 is the number of examples (rows of X), and added up, they are exactly what is due",
      },
      {
        "hint": "Which line should put the first other number there, and does it run?",
        "title": "dW1 is 0 everywhere, where the reference is not",
      },
      {
        "hint": "What have the places in common at which yours is 0, and what switches them off?",
        "title": "the only wrong entries of D are those that are 0 where the reference is not",
      },
      {
        "hint": "What have these places in common, and what should switch them off?",
        "title": "the only wrong entries of D are those that should be 0 and are not",
      },
      {
        "hint": "Take an entry where Z is -2: what should come out by hand, and which way does your code take?",
        "title": "D is wrong only where Z is negative, and right everywhere else",
      },
      {
        "hint": "Where do your loops begin and end, and what is special about what stands there?",
        "title": "only the last row of P is wrong",
      },
      {
        "hint": "Which line should have made something else of it, and does what that line makes reach your result?",
        "title": "W1 is exactly as your function was given it",
      },
      {
        "hint": "Which step of the lesson lies between the two names, and which of the two does each line of yours speak of?",
        "title": "what you return as A1 is exactly what is due as Z1",
      },
      {
        "hint": "To which moment does the first number of your list belong, and to which the last?",
        "title": "losses holds in each place what is due one place later",
      },
      {
        "hint": "Which terms of the formula have W1 and layers[0].W in them, and how often does each of them stand in your code?",
        "title": "your dW1 and dW2 are off, in this order, by W1 and layers[0].W, each times a number, the same one for all entries of a case",
      },
      {
        "hint": "Your loss and your gradients agree with each other. In what does your loss differ from that of the lesson?",
        "title": "loss and dW1 are all exactly 7 times those of the reference; 7 is the number of examples (rows of X). These are the right gradients, but of another loss",
      },
      {
        "hint": "What goes into db1 that goes into nothing else?",
        "title": "db1 alone is wrong; dW1 and dW2 are right",
      },
    ]
  `);
});

test.each(EACH)('the hint at $kind is a question', (signature) => {
  expect(clueIn([signature])?.hint).toMatch(/\?$|\. At which line does it turn\?$/);
});

test('two that fit equally well are told both', () => {
  const [one, other] = [EACH[4], EACH[6]];
  expect(one && other && titleOf(one, other)).toBe(
    'the only wrong entries of D are those that are 0 where the reference is not; and what fits just as well: D is wrong only where Z is negative, and right everywhere else',
  );
});

test('no signature is no clue', () => {
  expect(clueIn([])).toBeNull();
});

test('a known mistake goes before what numbers look like', () => {
  const mistakes = [{ id: 'one', title: 'One', hint: 'One?', shownBy: [] }];
  const means = { mistake: 'one', waitsFor: null, signatures: [ratio()] };
  expect(clueOf(failedCheck({ means }), failedExercise({ mistakes }))?.title).toBe('One');
});
