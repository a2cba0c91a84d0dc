import type { Mistake } from 'chainrule/course';

export const mistakes: readonly Mistake[] = [
  {
    id: 'rows-for-x1',
    title: 'the rows of the grid are those of x1 and its columns those of x2',
    hint: 'Take two steps along each side, so that the grid has four entries. Which of them belongs to the largest x1 and the smallest x2? Walk along the first row of yours: which coordinate changes?',
    edits: [
      {
        find: 'up.flatMap((x2) => across.map((x1) => [x1, x2]))',
        replace: 'across.flatMap((x1) => up.map((x2) => [x1, x2]))',
      },
    ],
  },
  {
    id: 'coordinates-swapped',
    title: 'predict is given x2 in front of x1',
    hint: 'Print the first three places that you hand to predict, beside the bounds. In which column stands what belongs to x1, and what did the network learn to expect there?',
    edits: [{ find: '[x1, x2]))', replace: '[x2, x1]))' }],
  },
  {
    id: 'upside-down',
    title: 'the first row of the grid is the highest x2',
    hint: 'A page is read from the top, and x2 grows upwards. Which of the two does the lesson mean by row 0? Say which x2 your first row has.',
    edits: [
      {
        find: 'const up = evenly(bounds.x2, steps);',
        replace: 'const up = evenly(bounds.x2, steps).reverse();',
      },
    ],
  },
  {
    id: 'end-left-out',
    title: 'the last place along each side is not the end',
    hint: 'Five places from 0 to 1, both ends included: write them down. How many gaps are there between five places, and how wide is each? How wide are yours?',
    edits: [{ find: '(to - from) / (steps - 1)', replace: '(to - from) / steps' }],
  },
  {
    id: 'one-place-more',
    title: 'there is one place more along each side than was asked for',
    hint: 'How many rows has your grid when you ask for 4? A fence of four gaps has five posts. Are the steps of this function gaps or posts?',
    edits: [
      { find: '(to - from) / (steps - 1)', replace: '(to - from) / steps' },
      { find: '{ length: steps }', replace: '{ length: steps + 1 }' },
      {
        find: 'Matrix.from1DArray(steps, steps, predicted)',
        replace: 'Matrix.from1DArray(steps + 1, steps + 1, predicted)',
      },
    ],
  },
  {
    id: 'bounds-of-x1-for-both',
    title: 'both coordinates run between the bounds of x1',
    hint: 'Try bounds that are not a square: x1 from 0 to 1 and x2 from 5 to 9. Which numbers does your second coordinate take?',
    edits: [{ find: 'evenly(bounds.x2, steps)', replace: 'evenly(bounds.x1, steps)' }],
  },
  {
    id: 'grid-of-labels',
    title: 'the grid holds labels and not what predict says',
    hint: 'Your grid knows two numbers only. Where is the network sure, and where is it torn? Can your picture still show that?',
    edits: [
      {
        find: 'predict(new Matrix(places)).to1DArray()',
        replace: 'predict(new Matrix(places)).to1DArray().map((p) => (p > 0.5 ? 1 : 0))',
      },
    ],
  },
  {
    id: 'places-in-columns',
    title: 'predict is given one place a column',
    hint: 'Lesson 004 and exercise 00 keep one example a column; here it is one a row. Print the shape of what you hand to predict: how many rows has it for four places?',
    edits: [
      { find: 'predict(new Matrix(places))', replace: 'predict(new Matrix(places).transpose())' },
    ],
  },
  {
    id: 'tie-as-class-1',
    title: 'a probability of exactly 0.5 counts as class 1',
    hint: 'A network whose weights and biases are all 0 says 0.5 everywhere. Which label does the lesson give to a probability that is not above one half, and which one does your code give?',
    edits: [{ find: 'p > 0.5 ? 1 : 0', replace: 'p >= 0.5 ? 1 : 0' }],
  },
  {
    id: 'share-of-errors',
    title: 'the accuracy counts what is wrong',
    hint: 'Take a network that gets everything right. What is its accuracy by your code?',
    edits: [{ find: '=== Y.get(i, 0)', replace: '!== Y.get(i, 0)' }],
  },
  {
    id: 'accuracy-in-percent',
    title: 'the accuracy is in percent',
    hint: 'If three of four examples are right, is the share that the lesson asks for 75 or three quarters?',
    edits: [{ find: 'right.length / P.rows', replace: '(100 * right.length) / P.rows' }],
  },
  {
    id: 'first-layer-measured',
    title: 'the predictions are taken from a hidden layer',
    hint: 'The cache has one activation more than there are layers. Which of them has a single column, and which one do you read?',
    edits: [{ find: 'at(A, layers.length)', replace: 'at(A, layers.length - 1)' }],
  },
  {
    id: 'watching-learns-from-held-out',
    title: 'watchTraining learns from the held-out data',
    hint: 'Change one label of the held-out data: may the training losses move? In yours they do. Which examples does the network see when it makes a step?',
    edits: [{ find: 'const { X, Y } = trainData;', replace: 'const { X, Y } = heldOut;' }],
  },
  {
    id: 'training-loss-twice',
    title: 'both lists hold the loss on the training data',
    hint: 'Your two lists are equal, number by number. Could two different sets of points have the same loss after every single step?',
    edits: [
      {
        find: 'heldOutLosses.push(measure(current, heldOut).loss)',
        replace: 'heldOutLosses.push(measure(current, trainData).loss)',
      },
      {
        find: 'const heldOutLosses = [measure(current, heldOut).loss];',
        replace: 'const heldOutLosses = [measure(current, trainData).loss];',
      },
    ],
  },
  {
    id: 'no-loss-before-the-first-step',
    title: 'the lists begin after the first step',
    hint: 'After 6 steps there are 7 networks to measure, from the untouched one to the last. Which one is missing from your lists?',
    edits: [
      {
        find: 'const trainLosses = [measure(current, trainData).loss];',
        replace: 'const trainLosses: number[] = [];',
      },
      {
        find: 'const heldOutLosses = [measure(current, heldOut).loss];',
        replace: 'const heldOutLosses: number[] = [];',
      },
    ],
  },
  {
    id: 'every-step-from-the-start',
    title: 'every step begins at the start again',
    hint: 'Your losses change once and then stay as they are. From which layers does the second step set out?',
    edits: [
      {
        find: 'train(X, Y, current, learningRate, 1)',
        replace: 'train(X, Y, layers, learningRate, 1)',
      },
    ],
  },
  {
    id: 'all-steps-at-every-step',
    title: 'every step is a whole training',
    hint: 'With 6 steps asked for, how many updates has your network behind it at the end: 6 or 36?',
    edits: [
      {
        find: 'train(X, Y, current, learningRate, 1)',
        replace: 'train(X, Y, current, learningRate, steps)',
      },
    ],
  },
  {
    id: 'last-lowest-step',
    title: 'of equally low losses the last is taken',
    hint: 'Held-out losses of 0.6, 0.4, 0.4, 0.5: after how few steps could you have stopped without losing anything?',
    edits: [
      { find: 'heldOutLosses.indexOf(lowest)', replace: 'heldOutLosses.lastIndexOf(lowest)' },
    ],
  },
  {
    id: 'best-step-counted-from-1',
    title: 'the best step is counted from 1',
    hint: 'If the very first number of the list is the lowest, how many steps has the network made by then?',
    edits: [
      {
        find: 'const bestStep = heldOutLosses.indexOf(lowest);',
        replace: 'const best = heldOutLosses.indexOf(lowest);',
      },
      { find: 'at(trainLosses, bestStep)', replace: 'at(trainLosses, best)' },
      { find: 'return { bestStep, rise,', replace: 'return { bestStep: best + 1, rise,' },
    ],
  },
  {
    id: 'best-step-of-the-training-loss',
    title: 'the best step is that of the lowest training loss',
    hint: 'The training loss almost always ends at its lowest. Which of the two lists knows what happens on new points?',
    edits: [
      {
        find: 'heldOutLosses.indexOf(lowest)',
        replace: 'trainLosses.indexOf(Math.min(...trainLosses))',
      },
    ],
  },
  {
    id: 'gap-with-the-other-sign',
    title: 'the gap is the training loss less the held-out loss',
    hint: 'A network that knows its examples by heart has a low training loss and a high held-out loss. Should its gap be a positive number? Is yours?',
    edits: [
      {
        find: 'at(heldOutLosses, last) - at(trainLosses, last)',
        replace: 'at(trainLosses, last) - at(heldOutLosses, last)',
      },
    ],
  },
  {
    id: 'gap-at-the-best-step',
    title: 'the gap is that of the best step',
    hint: 'Two numbers make the gap. Whose are they in your code: those of the network that you ended with, or those of an earlier one?',
    edits: [
      {
        find: 'at(heldOutLosses, last) - at(trainLosses, last)',
        replace: 'lowest - at(trainLosses, bestStep)',
      },
    ],
  },
  {
    id: 'rise-since-the-start',
    title: 'the rise is counted from the first loss and not from the lowest',
    hint: 'Losses of 0.7, 0.4, 0.5: by how much did it get worse again? Can a rise be negative?',
    edits: [
      {
        find: 'at(heldOutLosses, last) - lowest',
        replace: 'at(heldOutLosses, last) - at(heldOutLosses, 0)',
      },
    ],
  },
  {
    id: 'begun-by-the-gap',
    title: 'a gap alone counts as overfitting',
    hint: 'Almost every network is a little worse on new points, from the first step on. If both losses still fall, is there a reason to stop?',
    edits: [{ find: 'const begun = rise > 0 &&', replace: 'const begun = gap > 0 &&' }],
  },
  {
    id: 'begun-by-the-rise-alone',
    title: 'a rise alone counts as overfitting',
    hint: 'With steps that are too long both losses rise. Does such a network learn its examples by heart?',
    edits: [
      {
        find: 'rise > 0 && at(trainLosses, last) < at(trainLosses, bestStep)',
        replace: 'rise > 0',
      },
    ],
  },
  {
    id: 'training-score-as-held-out',
    title: 'the held-out score is that of the training data',
    hint: 'Your two scores are equal for every network. Which data does each of them look at?',
    edits: [
      { find: 'heldOut: measure(layers, heldOut)', replace: 'heldOut: measure(layers, trainData)' },
    ],
  },
  {
    id: 'comparing-learns-from-held-out',
    title: 'the networks that are compared learn from the held-out data',
    hint: 'Your networks do better on the held-out data than on the others. Which data does each of them learn from?',
    edits: [
      {
        find: 'train(trainData.X, trainData.Y, start,',
        replace: 'train(heldOut.X, heldOut.Y, start,',
      },
    ],
  },
  {
    id: 'measured-before-training',
    title: 'the networks are measured before they have learned',
    hint: 'Ask for 0 steps, and then for 100: do your scores differ? Which layers do you measure?',
    edits: [
      {
        find: 'train: measure(layers, trainData), heldOut: measure(layers, heldOut)',
        replace: 'train: measure(start, trainData), heldOut: measure(start, heldOut)',
      },
    ],
  },
  {
    id: 'same-draws-for-all',
    title: 'every network begins with the same draws',
    hint: 'Compare the first weights of your first two networks before they learn. A generator goes on where it stopped. What makes yours begin anew?',
    edits: [
      {
        find: 'return architectures.map((sizes) => {',
        replace:
          'const draws: number[] = [];\n  return architectures.map((sizes) => {\n    let drawn = 0;\n    const again = () => (draws[drawn++] ??= rng());',
      },
      { find: 'initialise(sizes, rng)', replace: 'initialise(sizes, again)' },
    ],
  },
  {
    id: 'chance-of-its-own',
    title: 'the weights come from Math.random and not from the generator',
    hint: 'Nobody can repeat a comparison that rolls its own dice. Where do your networks get their numbers from: from the argument of your function, or from somewhere else?',
    edits: [{ find: 'initialise(sizes, rng)', replace: 'initialise(sizes, Math.random)' }],
  },
  {
    id: 'one-unit-more',
    title: 'every network has one hidden unit more than was asked for',
    hint: 'For a width of 2, print the sizes of your network. The bias has a place of its own: does it need a unit as well?',
    edits: [
      { find: '[trainData.X.columns, width, 1]', replace: '[trainData.X.columns, width + 1, 1]' },
    ],
  },
  {
    id: 'examples-for-inputs',
    title: 'the number of inputs is taken to be the number of examples',
    hint: 'What does one row of X stand for, and what does one column? How many numbers of one example enter the network?',
    edits: [{ find: '[trainData.X.columns, width, 1]', replace: '[trainData.X.rows, width, 1]' }],
  },
  {
    id: 'a-line-fits-it',
    title: 'a straight line tells the points of the data set apart',
    hint: 'Draw your points with a pencil and lay a ruler between the classes. Where could one more point stand, so that the ruler no longer helps?',
    edits: [{ find: '[1, 0, 1]', replace: '[0, 0, 1]' }],
  },
  {
    id: 'two-labels-for-one-place',
    title: 'the data set gives one place both labels',
    hint: 'No line gets your points right, and no network of any size will: which output should it give at the place that stands there twice?',
    edits: [{ find: '[2, 1]', replace: '[0, 0]' }],
  },
  {
    id: 'one-class-alone',
    title: 'all points of the data set have one label',
    hint: 'A network that always says the same gets all your points right. What would have to be among them, so that it does not?',
    edits: [{ find: '[1, 0, 1]', replace: '[1, 1, 1]' }],
  },
  {
    id: 'labels-with-signs',
    title: 'the labels of the data set are -1 and 1',
    hint: 'Some books call the classes -1 and 1. Which two numbers does the cross-entropy of this course take for labels?',
    edits: [
      {
        find: 'Matrix.columnVector([1, 0, 1])',
        replace: 'Matrix.columnVector([1, -1, 1])',
      },
    ],
  },
];
