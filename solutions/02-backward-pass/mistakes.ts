import type { Mistake } from 'chainrule/course';

export const mistakes: readonly Mistake[] = [
  {
    id: 'sum-instead-of-mean',
    title: 'the gradients are added up over the examples and not averaged',
    hint: 'The loss is an average over the examples. If you paste every example a second time, the loss stays the same: should its gradient change? Does yours?',
    edits: [
      { find: 'const m = X.rows;', replace: 'const m = 1;' },
      { find: 'Matrix.ones(m, A1.columns)', replace: 'Matrix.ones(A1.rows, A1.columns)' },
    ],
  },
  {
    id: 'averaged-twice-in-the-hidden-layer',
    title: 'the hidden layer is averaged twice',
    hint: 'Your output layer is right. Follow the error from there to dW1 and count how often it is divided by the number of examples on the way.',
    edits: [
      {
        find: 'const dZ1 = Matrix.mul(dA1, slope);',
        replace: 'const dZ1 = Matrix.mul(dA1, slope).div(m);',
      },
    ],
  },
  {
    id: 'hidden-layer-not-averaged',
    title: 'dW1 is not averaged over the examples',
    hint: 'Your two weight gradients disagree about whether the loss is a sum or an average. Which of them divides by the number of examples?',
    edits: [{ find: 'X.transpose().mmul(dZ1).div(m)', replace: 'X.transpose().mmul(dZ1)' }],
  },
  {
    id: 'biases-not-averaged',
    title: 'the bias gradients are not averaged over the examples',
    hint: 'Compare how your weight gradients and your bias gradients treat the number of examples.',
    edits: [
      { find: 'columnSums(dZ2).div(m)', replace: 'columnSums(dZ2)' },
      { find: 'columnSums(dZ1).div(m)', replace: 'columnSums(dZ1)' },
    ],
  },
  {
    id: 'target-minus-prediction',
    title: 'the error is target minus prediction',
    hint: 'If a prediction is too high, should the output bias go up or down? Follow the sign through your update.',
    edits: [{ find: 'Matrix.sub(A2, Y)', replace: 'Matrix.sub(Y, A2)' }],
  },
  {
    id: 'sigmoid-slope-counted-twice',
    title: 'the slope of the sigmoid is counted twice',
    hint: 'For this loss, A2 - Y already holds the slope of the sigmoid: it cancelled on paper. Does your code multiply by it once more?',
    edits: [
      {
        find: 'const dZ2 = Matrix.sub(A2, Y);',
        replace: 'const dZ2 = Matrix.sub(A2, Y).mul(A2).mul(Matrix.sub(Matrix.ones(m, 1), A2));',
      },
    ],
  },
  {
    id: 'no-slope-of-tanh',
    title: 'the slope of tanh is left out',
    hint: 'On the way forward the signal went through tanh. What does the chain rule multiply by when the error goes back through the same place?',
    edits: [{ find: 'const dZ1 = Matrix.mul(dA1, slope);', replace: 'const dZ1 = dA1;' }],
  },
  {
    id: 'slope-of-tanh-from-z',
    title: 'the slope of tanh is taken from Z1 where A1 belongs',
    hint: 'tanh never slopes down. Is your slope negative anywhere? Check which matrix of the cache you square.',
    edits: [
      {
        find: 'Matrix.mul(A1, A1));',
        replace: 'Matrix.mul(cache.Z1, cache.Z1));',
      },
    ],
  },
  {
    id: 'slope-of-tanh-not-squared',
    title: 'the slope of tanh is 1 - a in place of 1 - a squared',
    hint: 'Work out the slope of tanh by hand where a = 0.5, then at a = -0.5. tanh is the same to both sides; is your slope?',
    edits: [{ find: 'Matrix.mul(A1, A1));', replace: 'A1);' }],
  },
  {
    id: 'slope-of-sigmoid',
    title: 'the hidden layer uses the slope of the sigmoid',
    hint: 'a(1 - a) is the slope of one activation, 1 - a squared of another. Which one stands in the hidden layer?',
    edits: [
      {
        find: 'const slope = Matrix.sub(Matrix.ones(m, A1.columns), Matrix.mul(A1, A1));',
        replace: 'const slope = Matrix.sub(A1, Matrix.mul(A1, A1));',
      },
    ],
  },
  {
    id: 'inputs-for-activations',
    title: 'dW2 uses Z1 where A1 belongs',
    hint: 'Which values did W2 actually multiply on the way forward: those before or those after the activation?',
    edits: [
      { find: 'A1.transpose().mmul(dZ2).div(m)', replace: 'cache.Z1.transpose().mmul(dZ2).div(m)' },
    ],
  },
  {
    id: 'weights-forgotten-on-the-way-back',
    title: 'the output error is sent to every hidden unit alike, without W2',
    hint: 'All columns of your hidden error are the same before the slope comes in. How does the share of a hidden unit in the error depend on its outgoing weight?',
    edits: [
      {
        find: 'dZ2.mmul(parameters.W2.transpose())',
        replace: 'dZ2.mmul(Matrix.ones(1, A1.columns))',
      },
    ],
  },
  {
    id: 'gradient-where-weights-belong',
    title: 'the error goes back through dW2 and not through W2',
    hint: 'The error goes back through the same weights that the signal came through. Which matrix did the signal come through?',
    edits: [{ find: 'dZ2.mmul(parameters.W2.transpose())', replace: 'dZ2.mmul(dW2.transpose())' }],
  },
  {
    id: 'one-number-for-all-hidden-biases',
    title: 'all hidden biases get the same gradient',
    hint: 'Every entry of your db1 is the same. Each hidden unit made errors of its own: along which direction should you add up?',
    edits: [
      {
        find: 'const db1 = columnSums(dZ1).div(m);',
        replace: 'const db1 = Matrix.ones(1, A1.columns).mul(dZ1.sum()).div(m);',
      },
    ],
  },
  {
    id: 'hidden-bias-before-the-slope',
    title: 'db1 is taken before the slope of tanh',
    hint: 'dW1 uses dZ1. Which matrix does your db1 use, and where on the way back does that one stand?',
    edits: [{ find: 'columnSums(dZ1).div(m)', replace: 'columnSums(dA1).div(m)' }],
  },
  {
    id: 'update-goes-uphill',
    title: 'the update adds the gradient',
    hint: 'The gradient points to where the loss grows. After one of your steps, is the loss lower or higher than before?',
    edits: [
      {
        find: 'Matrix.sub(W, Matrix.mul(dW, learningRate))',
        replace: 'Matrix.add(W, Matrix.mul(dW, learningRate))',
      },
    ],
  },
  {
    id: 'update-in-place',
    title: 'the update changes the parameters it was given',
    hint: 'Print the old parameters before and after your update. In ml-matrix, A.sub(B) and Matrix.sub(A, B) differ in one important way: which?',
    edits: [
      {
        find: 'Matrix.sub(W, Matrix.mul(dW, learningRate))',
        replace: 'W.sub(Matrix.mul(dW, learningRate))',
      },
    ],
  },
  {
    id: 'update-without-learning-rate',
    title: 'the update forgets the learning rate',
    hint: 'Set the learning rate to 0. Should anything move then? Does it?',
    edits: [{ find: 'Matrix.sub(W, Matrix.mul(dW, learningRate))', replace: 'Matrix.sub(W, dW)' }],
  },
  {
    id: 'biases-never-updated',
    title: 'the biases stay where they started',
    hint: 'Compare all four parameters before and after one step. Which of them moved?',
    edits: [
      { find: 'b1: step(parameters.b1, gradients.db1)', replace: 'b1: parameters.b1' },
      { find: 'b2: step(parameters.b2, gradients.db2)', replace: 'b2: parameters.b2' },
    ],
  },
  {
    id: 'loss-after-the-step',
    title: 'the losses are noted after each step and not before it',
    hint: 'Your list of losses looks shifted by one. Which parameters produced the first loss in it: those you started from, or those after one step?',
    edits: [
      { find: 'losses.push(binaryCrossEntropy(cache.A2, Y));\n', replace: '' },
      {
        find: 'current = update(current, gradients, learningRate);',
        replace:
          'current = update(current, gradients, learningRate);\n    losses.push(binaryCrossEntropy(forward(X, current).A2, Y));',
      },
    ],
  },
  {
    id: 'stale-cache',
    title: 'every step uses the cache of the first forward pass',
    hint: 'When was the cache filled that your backward pass reads in the second step, and with which parameters?',
    edits: [
      {
        find: 'let current = parameters;',
        replace: 'let current = parameters;\n  const first = forward(X, parameters);',
      },
      {
        find: 'const gradients = backward(cache, Y, current);',
        replace: 'const gradients = backward(first, Y, current);',
      },
    ],
  },
];
