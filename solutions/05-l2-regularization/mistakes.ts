import type { Mistake } from 'chainrule/course';

export const mistakes: readonly Mistake[] = [
  {
    id: 'penalty-not-halved',
    title: 'the penalty lacks its 2',
    hint: 'Take a single weight w = 3 with lambda = 1 and m = 1. What does the lesson charge for it, and what do you charge? The small number below the fraction bar makes the slope come out plain.',
    edits: [{ find: '(lambda / (2 * m))', replace: '(lambda / m)' }],
  },
  {
    id: 'penalty-not-divided-by-m',
    title: 'the penalty does not depend on the number of examples',
    hint: 'Paste every example a second time. The data term is an average and stays the same. What should happen to the penalty by the formula of the lesson, and what happens to yours?',
    edits: [{ find: '(lambda / (2 * m))', replace: '(lambda / 2)' }],
  },
  {
    id: 'penalty-of-one-layer',
    title: 'the penalty forgets the weights of the output layer',
    hint: 'Double every entry of W2 and leave W1 alone. Should that cost more? Does it in your function?',
    edits: [
      {
        find: 'const squares = sumOfSquares(parameters.W1) + sumOfSquares(parameters.W2);',
        replace: 'const squares = sumOfSquares(parameters.W1);',
      },
    ],
  },
  {
    id: 'penalty-of-biases',
    title: 'the penalty charges for the biases too',
    hint: 'Set all weights to 0 and one bias to 5: a network that gives the same answer everywhere. What does the lesson charge for that, and what do you? Over which parameters does its sum run?',
    edits: [
      {
        find: 'const squares = sumOfSquares(parameters.W1) + sumOfSquares(parameters.W2);',
        replace:
          'const squares = Object.values(parameters).reduce((sum, P) => sum + sumOfSquares(P), 0);',
      },
    ],
  },
  {
    id: 'penalty-not-squared',
    title: 'the penalty adds up lengths, not squares',
    hint: 'Double every weight. By which factor should a sum of squares grow, and by which does your penalty grow? In ml-matrix, look up what norm() takes at its very end.',
    edits: [
      {
        find: 'const squares = sumOfSquares(parameters.W1) + sumOfSquares(parameters.W2);',
        replace: 'const squares = parameters.W1.norm() + parameters.W2.norm();',
      },
    ],
  },
  {
    id: 'penalty-in-place',
    title: 'the penalty overwrites the weights with their squares',
    hint: 'Print W1 before and after you ask for the penalty. A price tag should not change what it hangs on. Which calls of ml-matrix change the matrix in front of the dot?',
    edits: [{ find: 'Matrix.mul(W, W).sum()', replace: 'W.mul(W).sum()' }],
  },
  {
    id: 'loss-without-penalty',
    title: 'the regularized loss is the data term alone',
    hint: 'Take the same weights once with lambda = 0 and once with lambda = 100. They should have become far more expensive. Do the losses that you report say so? Which of your functions knows the price, and who asks it?',
    edits: [
      {
        find: 'binaryCrossEntropy(A, Y) + l2Penalty(parameters, lambda, A.rows)',
        replace: 'binaryCrossEntropy(A, Y)',
      },
    ],
  },
  {
    id: 'gradients-without-penalty',
    title: 'the gradients know nothing of the penalty',
    hint: 'Your loss has two terms, and both change when a weight changes. The slope of a sum is the sum of the slopes: whose slope never reaches your update?',
    edits: [
      {
        find: 'Matrix.add(dW, Matrix.mul(W, lambda / m))',
        replace: 'dW.clone()',
      },
    ],
  },
  {
    id: 'gradients-not-halved',
    title: 'the slope of the penalty is twice too large',
    hint: 'Write the penalty of a single weight on paper, with its whole fraction in front, and take the slope. The square brings a 2 down. What does it meet there?',
    edits: [{ find: 'Matrix.mul(W, lambda / m)', replace: 'Matrix.mul(W, (2 * lambda) / m)' }],
  },
  {
    id: 'gradients-not-divided-by-m',
    title: 'the slope of the penalty does not depend on the number of examples',
    hint: 'Your penalty has a number of examples in it. When you take its slope, that number is a constant: does a constant in front of a term vanish, or does it stay?',
    edits: [{ find: 'Matrix.mul(W, lambda / m)', replace: 'Matrix.mul(W, lambda)' }],
  },
  {
    id: 'gradients-of-the-wrong-sign',
    title: 'the slope of the penalty is taken away and not added',
    hint: 'Suppose the data do not care about a weight, and it is 2. Follow your gradient through one update: does the weight come nearer to 0, or does it run away?',
    edits: [
      {
        find: 'Matrix.add(dW, Matrix.mul(W, lambda / m))',
        replace: 'Matrix.sub(dW, Matrix.mul(W, lambda / m))',
      },
    ],
  },
  {
    id: 'gradients-of-biases',
    title: 'the gradients pull at the biases too',
    hint: 'Move one bias a little and watch the penalty alone. Does it change? Then what is its slope there, and what have you added to db1 and db2?',
    edits: [
      { find: 'db1: gradients.db1', replace: 'db1: withPenalty(gradients.db1, parameters.b1)' },
      { find: 'db2: gradients.db2', replace: 'db2: withPenalty(gradients.db2, parameters.b2)' },
    ],
  },
  {
    id: 'square-for-its-slope',
    title: 'the gradients add squared weights where the slope belongs',
    hint: 'What you add is never negative. Draw the curve of w squared: does it rise or fall at w = -1? A gradient needs the slope of the curve, not its height.',
    edits: [{ find: 'Matrix.mul(W, lambda / m)', replace: 'Matrix.mul(W, W).mul(lambda / m)' }],
  },
  {
    id: 'gradients-in-place',
    title: 'the penalty is written into the gradients that came in',
    hint: 'Call your function twice with the same gradients and compare the answers. In ml-matrix, A.add(B) and Matrix.add(A, B) differ in one important way: which?',
    edits: [{ find: 'Matrix.add(dW,', replace: 'dW.add(' }],
  },
  {
    id: 'decay-twice',
    title: 'the weights decay twice in one step',
    hint: 'Follow lambda through a single step of your training and count how often it shrinks a weight. The gradients already hold the pull of the penalty when they reach the update.',
    edits: [
      {
        find: 'current = update(current, gradients, learningRate);',
        replace:
          'current = update(current, gradients, learningRate);\n    const keep = 1 - (learningRate * lambda) / X.rows;\n    current = {\n      ...current,\n      W1: Matrix.mul(current.W1, keep),\n      W2: Matrix.mul(current.W2, keep),\n    };',
      },
    ],
  },
  {
    id: 'training-goes-on-where-the-last-one-ended',
    title: 'each lambda starts where the one before it ended',
    hint: 'Ask for the same lambda twice in one list, for example 1 and 1. Should the two answers be equal? Which parameters does your second training start from?',
    edits: [
      {
        find: 'const norms: number[] = [];',
        replace: 'const norms: number[] = [];\n  let start = parameters;',
      },
      {
        find: 'trainWithDecay(X, Y, parameters, learningRate, lambda, steps);',
        replace:
          'trainWithDecay(X, Y, start, learningRate, lambda, steps);\n    start = training.parameters;',
      },
    ],
  },
];
