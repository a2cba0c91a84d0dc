import type { Mistake } from 'chainrule/course';

export const mistakes: readonly Mistake[] = [
  {
    id: 'sigmoid-of-large-entries',
    title: 'sigmoid divides infinity by infinity',
    hint: 'Try sigmoid by hand for z = 1000 with a calculator. Which of the two numbers in your fraction is too large to write down, and is there a way of writing sigmoid in which only the harmless one grows?',
    edits: [{ find: '1 / (1 + Math.exp(-z))', replace: 'Math.exp(z) / (1 + Math.exp(z))' }],
  },
  {
    id: 'softmax-without-shift',
    title: 'softmax takes powers of large scores',
    hint: 'What is e to the power of 1000 on a computer? The probabilities of a row depend only on how far its scores lie apart. What could you take away from all of them first?',
    edits: [{ find: 'Math.exp(z - largest)', replace: 'Math.exp(z)' }],
  },
  {
    id: 'softmax-one-shift-for-all-rows',
    title: 'softmax shifts every row by the largest score of the whole matrix',
    hint: 'Put a row of small scores and a row of scores near 2000 into one matrix. What is left of the small row after your shift?',
    edits: [{ find: 'Math.max(...Z.getRow(i))', replace: 'Math.max(...Z.to1DArray())' }],
  },
  {
    id: 'softmax-shift-never-below-zero',
    title: 'the search for the largest score starts at 0',
    hint: 'Which number is the largest in a row where all scores are about -1000? Which one does your search find?',
    edits: [{ find: 'Math.max(...Z.getRow(i))', replace: 'Math.max(0, ...Z.getRow(i))' }],
  },
  {
    id: 'softmax-down-the-columns',
    title: 'softmax adds up down the columns',
    hint: 'One example is one row. What should add up to 1: the classes of one example, or one class over all examples?',
    edits: [
      {
        find: 'const P = Z.clone();',
        replace:
          'const P = Z.clone();\n  if (Z.rows !== Z.columns) return softmax_(Z.transpose()).transpose();',
      },
      {
        find: 'function map(',
        replace:
          'function softmax_(Z: Matrix): Matrix {\n  const P = Z.clone();\n  for (let i = 0; i < Z.rows; i++) {\n    const powers = Z.getRow(i).map((z) => Math.exp(z - Math.max(...Z.getRow(i))));\n    const total = powers.reduce((a, b) => a + b, 0);\n    P.setRow(i, powers.map((power) => power / total));\n  }\n  return P;\n}\nfunction map(',
      },
    ],
  },
  {
    id: 'softmax-total-not-reset',
    title: 'the total of one row is carried into the next',
    hint: 'Look at your output row by row: the first one is right. What is in your running total when the second row begins?',
    edits: [
      { find: 'const P = Z.clone();', replace: 'const P = Z.clone();\n  let carried = 0;' },
      {
        find: 'const total = powers.reduce((sum, power) => sum + power, 0);',
        replace:
          'const total = powers.reduce((sum, power) => sum + power, carried);\n    carried = total;',
      },
    ],
  },
  {
    id: 'hidden-bias-left-out',
    title: 'the hidden layer has no bias',
    hint: 'Feed the network a row of zeros. What should Z1 be then, and what does yours say?',
    edits: [{ find: 'X.mmul(W1).addRowVector(b1)', replace: 'X.mmul(W1)' }],
  },
  {
    id: 'activation-in-place',
    title: 'tanh overwrites Z1',
    hint: 'Compare the Z1 and the A1 that you return. In ml-matrix, some calls make a new matrix and others change the one they are called on. Which kind did you use?',
    edits: [{ find: 'Matrix.tanh(Z1)', replace: 'Z1.tanh()' }],
  },
  {
    id: 'hidden-sigmoid',
    title: 'the hidden layer uses sigmoid',
    hint: 'Your hidden activations are never negative. Which activation does the lesson use in the hidden layer, and which one only at the output?',
    edits: [{ find: 'Matrix.tanh(Z1)', replace: 'sigmoid(Z1)' }],
  },
  {
    id: 'no-hidden-activation',
    title: 'the hidden layer has no activation',
    hint: 'Two linear maps in a row are again one linear map. What stands between Z1 and A1 in the lesson?',
    edits: [{ find: 'Matrix.tanh(Z1)', replace: 'Z1.clone()' }],
  },
  {
    id: 'loss-is-a-sum',
    title: 'the loss is added up and not averaged',
    hint: 'If you paste the same examples a second time below the first, should the loss change? Does yours?',
    edits: [{ find: 'total / A.rows', replace: 'total' }],
  },
  {
    id: 'loss-without-minus',
    title: 'the loss is negative',
    hint: 'The logarithm of a probability is never positive. Can a cost be negative?',
    edits: [{ find: 'total += -(y', replace: 'total += (y' }],
  },
  {
    id: 'loss-of-one-class',
    title: 'the loss forgets the examples with label 0',
    hint: 'Take one example with label 0 and the prediction 0.9. How much should that cost, and how much does it cost in your function?',
    edits: [{ find: 'y * Math.log(a) + (1 - y) * Math.log(1 - a)', replace: 'y * Math.log(a)' }],
  },
  {
    id: 'loss-in-base-two',
    title: 'the loss uses the logarithm to base 2',
    hint: 'A fair guess, 0.5, should cost 0.693. What does it cost in your function, and which logarithm gives that?',
    edits: [
      { find: 'Math.log(a)', replace: 'Math.log2(a)' },
      { find: 'Math.log(1 - a)', replace: 'Math.log2(1 - a)' },
    ],
  },
  {
    id: 'threshold-at-zero',
    title: 'predict compares probabilities with 0',
    hint: 'All your labels are the same. For a probability, which value means "undecided"?',
    edits: [{ find: 'a > 0.5', replace: 'a > 0' }],
  },
];
