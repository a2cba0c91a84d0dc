import type { Mistake } from 'chainrule/course';

export const mistakes: readonly Mistake[] = [
  {
    id: 'variance-for-spread',
    title: 'the draws are multiplied by a variance, without the square root',
    hint: 'With 8 inputs, He asks for a standard deviation of 0.5; yours is 0.25. Is the number that you multiply by a variance or a standard deviation?',
    edits: [
      { find: 'Math.sqrt(2 / (fanIn + fanOut))', replace: '2 / (fanIn + fanOut)' },
      { find: 'Math.sqrt(2 / fanIn)', replace: '2 / fanIn' },
    ],
  },
  {
    id: 'fan-out-for-fan-in',
    title: 'He takes the units of the layer for its inputs',
    hint: 'One unit adds up one product for each number that enters it. In a layer from 2 inputs to 10 units, how many products are that?',
    edits: [{ find: 'Math.sqrt(2 / fanIn)', replace: 'Math.sqrt(2 / fanOut)' }],
  },
  {
    id: 'xavier-and-he-swapped',
    title: 'Xavier and He have each other’s formula',
    hint: 'One of the two looks at both ends of the layer, the other only at where the numbers come in. Which is which in the lesson, and which in your code?',
    edits: [
      { find: 'Math.sqrt(2 / (fanIn + fanOut))', replace: 'Math.sqrt(2 / fanIn) ' },
      {
        find: "case 'he':\n      return Math.sqrt(2 / fanIn);",
        replace: "case 'he':\n      return Math.sqrt(2 / (fanIn + fanOut));",
      },
    ],
  },
  {
    id: 'xavier-without-brackets',
    title: 'in the formula of Xavier the sum has no brackets',
    hint: 'Work out 2 / 3 + 5 with a pencil, then 2 divided by the sum of 3 and 5. Which of the two does your line compute?',
    edits: [{ find: 'Math.sqrt(2 / (fanIn + fanOut))', replace: 'Math.sqrt(2 / fanIn + fanOut)' }],
  },
  {
    id: 'he-without-the-two',
    title: 'the 2 of He is missing',
    hint: 'ReLU silences about half of what comes in. Where does your standard deviation make up for that half?',
    edits: [{ find: 'Math.sqrt(2 / fanIn)', replace: 'Math.sqrt(1 / fanIn)' }],
  },
  {
    id: 'xavier-without-the-two',
    title: 'the 2 of Xavier is missing',
    hint: 'Xavier takes the average of both ends of the layer. What is the average of 3 and 5, and what stands below the 1 in your formula?',
    edits: [
      { find: 'Math.sqrt(2 / (fanIn + fanOut))', replace: 'Math.sqrt(1 / (fanIn + fanOut))' },
    ],
  },
  {
    id: 'small-ten-times-too-large',
    title: 'the small weights have the standard deviation 0.1',
    hint: 'Print ten of your small weights. How many zeros stand behind the point in most of them, and how many should?',
    edits: [{ find: 'return 0.01;', replace: 'return 0.1;' }],
  },
  {
    id: 'all-zeros',
    title: 'every kind of start is made of zeros',
    hint: 'Print W for each of the four kinds. Which of them should be all zeros, and which is?',
    edits: [{ find: 'spread * normal(rng)', replace: '0 * spread * normal(rng)' }],
  },
  {
    id: 'uniform-weights',
    title: 'the weights are drawn evenly between 0 and 1 and not from the normal distribution',
    hint: 'None of your first weights is negative. Should a unit not also be able to start out against an input? Which function in the file draws numbers of both signs?',
    edits: [{ find: 'spread * normal(rng)', replace: 'spread * rng()' }],
  },
  {
    id: 'no-negative-weights',
    title: 'the sign of each draw is lost',
    hint: 'Take the mean of all weights of a large layer: about what should come out? None of yours is negative.',
    edits: [{ find: 'spread * normal(rng)', replace: 'spread * Math.abs(normal(rng))' }],
  },
  {
    id: 'one-draw-for-all',
    title: 'one draw fills a whole layer',
    hint: 'Print the weights of one layer: how many different numbers do you see? A draw is a new number each time it is made. How often is it made in your code?',
    edits: [
      {
        find: 'const W = Matrix.zeros(fanIn, fanOut);',
        replace: 'const W = Matrix.zeros(fanIn, fanOut);\n  const draw = normal(rng);',
      },
      { find: 'spread * normal(rng)', replace: 'spread * draw' },
    ],
  },
  {
    id: 'power-for-product',
    title: 'a draw is raised to a power where it should be multiplied',
    hint: 'Print five weights: some of them are NaN. In TypeScript one star and two stars are different operations. What is a negative number to the power of 0.5?',
    edits: [{ find: 'spread * normal(rng)', replace: 'normal(rng) ** spread' }],
  },
  {
    id: 'column-by-column',
    title: 'the draws are made column by column',
    hint: 'Your numbers are right but stand in other places. Which weight gets the second draw in your code: the one to the right of the first, or the one below it?',
    edits: [
      {
        find: 'for (let i = 0; i < fanIn; i++) {\n    for (let j = 0; j < fanOut; j++) W.set',
        replace: 'for (let j = 0; j < fanOut; j++) {\n    for (let i = 0; i < fanIn; i++) W.set',
      },
    ],
  },
  {
    id: 'chance-of-its-own',
    title: 'the weights come from Math.random and not from the generator',
    hint: 'The same seed has to give the same weights, or nobody can repeat your experiment. Where do your draws get their numbers from: from the argument of your function, or from somewhere else?',
    edits: [{ find: 'spread * normal(rng)', replace: 'spread * normal(Math.random)' }],
  },
  {
    id: 'one-scale-for-both-layers',
    title: 'the second layer gets the spread of the first',
    hint: 'Lesson 001 does it like this: it takes one standard deviation for the whole network. How many numbers enter a unit of the first layer, and how many a unit of the second?',
    edits: [
      {
        find: 'const W2 = initialise(kind, hidden, classes, rng);',
        replace:
          'const ratio = spreadOf(kind, inputs, hidden) / (spreadOf(kind, hidden, classes) || 1);\n  const W2 = initialise(kind, hidden, classes, rng).mul(ratio);',
      },
    ],
  },
  {
    id: 'same-draws-in-both-layers',
    title: 'both layers are filled with the same draws',
    hint: 'Compare the first numbers of W1 and W2: they differ by the same factor everywhere. Does the generator go on where the first layer stopped, or does something begin anew?',
    edits: [
      {
        find: 'const W2 = initialise(kind, hidden, classes, rng);',
        replace:
          'const factor = spreadOf(kind, hidden, classes) / (spreadOf(kind, inputs, hidden) || 1);\n  const again = W1.to1DArray();\n  let draw = 0;\n  const W2 = Matrix.zeros(hidden, classes);\n  for (let i = 0; i < hidden; i++) {\n    for (let j = 0; j < classes; j++) W2.set(i, j, factor * (again[draw++ % again.length] ?? 0));\n  }',
      },
    ],
  },
  {
    id: 'second-layer-first',
    title: 'W2 is drawn before W1',
    hint: 'The generator gives its numbers in one order only. Which layer takes the first of them in your code, and which does the lesson name first?',
    edits: [
      {
        find: 'const W1 = initialise(kind, inputs, hidden, rng);\n  const W2 = initialise(kind, hidden, classes, rng);',
        replace:
          'const W2 = initialise(kind, hidden, classes, rng);\n  const W1 = initialise(kind, inputs, hidden, rng);',
      },
    ],
  },
  {
    id: 'biases-drawn',
    title: 'the biases are drawn, too',
    hint: 'Two units with different weights are different already. What do their biases start from in the lesson, and how many draws does that take?',
    edits: [
      {
        find: 'const W2 = initialise(kind, hidden, classes, rng);',
        replace:
          'const b1 = initialise(kind, 1, hidden, rng);\n  const W2 = initialise(kind, hidden, classes, rng);',
      },
      { find: 'b1: Matrix.zeros(1, hidden), W2', replace: 'b1, W2' },
    ],
  },
  {
    id: 'rows-for-units',
    title: 'distinctUnits counts rows of W1 and not units',
    hint: 'W1 is n x h. Do the weights of one hidden unit stand in a row or in a column?',
    edits: [
      { find: 'unit < W1.columns', replace: 'unit < W1.rows' },
      { find: 'W1.getColumn(unit), b1.get(0, unit)', replace: 'W1.getRow(unit)' },
    ],
  },
  {
    id: 'bias-not-looked-at',
    title: 'distinctUnits forgets the biases',
    hint: 'Two units with the same weights, and one has the bias 5: do both compute the same number?',
    edits: [{ find: '[...W1.getColumn(unit), b1.get(0, unit)]', replace: 'W1.getColumn(unit)' }],
  },
  {
    id: 'sums-for-units',
    title: 'distinctUnits adds up the weights of each unit and compares the sums',
    hint: 'One unit has the weights 1 and 2, another 2 and 1. Are they alike? What does your code say?',
    edits: [
      {
        find: "[...W1.getColumn(unit), b1.get(0, unit)].join(' ')",
        replace:
          '[...W1.getColumn(unit), b1.get(0, unit)].sort().reduce((sum, each) => sum + each, 0).toFixed(9)',
      },
    ],
  },
  {
    id: 'neighbours-only',
    title: 'distinctUnits compares each unit with the one before it alone',
    hint: 'Three units a, b, a: how many different ones are there? Which pairs does your loop look at?',
    edits: [
      {
        find: "seen.add([...W1.getColumn(unit), b1.get(0, unit)].join(' '));",
        replace:
          "const text = (at: number) => [...W1.getColumn(at), b1.get(0, at)].join(' ');\n    if (unit === 0 || text(unit) !== text(unit - 1)) seen.add(String(unit));",
      },
    ],
  },
  {
    id: 'uphill',
    title: 'the steps go with the gradient and not against it',
    hint: 'Print the losses: do they fall? The gradient points to where the loss grows. Which way should a step go?',
    edits: [
      { find: 'W1: Matrix.sub(W1,', replace: 'W1: Matrix.add(W1,' },
      { find: 'b1: Matrix.sub(b1,', replace: 'b1: Matrix.add(b1,' },
      { find: 'W2: Matrix.sub(W2,', replace: 'W2: Matrix.add(W2,' },
      { find: 'b2: Matrix.sub(b2,', replace: 'b2: Matrix.add(b2,' },
    ],
  },
  {
    id: 'biases-never-updated',
    title: 'the biases stay where they started',
    hint: 'Compare the weights and the biases before and after one step of training. Which of them have moved?',
    edits: [
      { find: 'b1: Matrix.sub(b1, Matrix.mul(db1, learningRate)),', replace: 'b1,' },
      { find: 'b2: Matrix.sub(b2, Matrix.mul(db2, learningRate)),', replace: 'b2,' },
    ],
  },
  {
    id: 'start-overwritten',
    title: 'train changes the parameters that it starts from',
    hint: 'Print W1 of the start before and after a call of train. Some calls of ml-matrix make a new matrix, others change the one in front of the dot: which kind are your steps made of?',
    edits: [
      { find: 'W1: Matrix.sub(W1, Matrix.mul(', replace: 'W1: W1.sub(Matrix.mul(' },
      { find: 'b1: Matrix.sub(b1, Matrix.mul(', replace: 'b1: b1.sub(Matrix.mul(' },
      { find: 'W2: Matrix.sub(W2, Matrix.mul(', replace: 'W2: W2.sub(Matrix.mul(' },
      { find: 'b2: Matrix.sub(b2, Matrix.mul(', replace: 'b2: b2.sub(Matrix.mul(' },
    ],
  },
  {
    id: 'loss-after-the-step',
    title: 'the losses are those after each step and not before',
    hint: 'The first loss in the list should be that of the start, before anything was learned. Which one stands first in yours?',
    edits: [
      { find: '    losses.push(crossEntropy(cache.A2, Y));\n', replace: '' },
      {
        find: 'current = moved(current, backward(cache, Y, current), learningRate);',
        replace:
          'current = moved(current, backward(cache, Y, current), learningRate);\n    losses.push(crossEntropy(forward(X, current).A2, Y));',
      },
    ],
  },
  {
    id: 'one-generator-for-all-kinds',
    title: 'one generator goes on from kind to kind',
    hint: 'Each of your kinds makes other draws, so one of them may just be lucky. How can all four start from the same draws?',
    edits: [
      {
        find: 'const trainedFrom =',
        replace: 'const shared = generator(seed);\n  const trainedFrom =',
      },
      { find: 'Y.columns, generator(seed))', replace: 'Y.columns, shared)' },
    ],
  },
  {
    id: 'goes-on-training',
    title: 'each kind goes on with the network of the kind before',
    hint: 'Compare the last loss of one kind with the first loss of the next: they follow each other. Whose weights does the second training begin with?',
    edits: [
      {
        find: 'const trainedFrom =',
        replace: 'let last: Parameters | null = null;\n  const trainedFrom =',
      },
      {
        find: 'return train(X, Y, start, learningRate, steps);',
        replace:
          'const trained = train(X, Y, last ?? start, learningRate, steps);\n    last = trained.parameters;\n    return trained;',
      },
    ],
  },
  {
    id: 'one-kind-for-all',
    title: 'all four trainings start with the same kind',
    hint: 'Your four lists of losses are the same. What differs between the four starts in your code?',
    edits: [
      { find: 'initialiseNetwork(kind, X.columns', replace: "initialiseNetwork('he', X.columns" },
    ],
  },
];
