import type { Mistake } from 'chainrule/course';

export const mistakes: readonly Mistake[] = [
  {
    id: 'relu-in-place',
    title: 'relu overwrites the matrix it was given',
    hint: 'Print Z before and after a call of your relu. After a forward pass Z1 and A1 should differ wherever a unit is off: do yours?',
    edits: [
      {
        find: 'return map(Z, (z) => Math.max(0, z));',
        replace:
          'for (let i = 0; i < Z.rows; i++) {\n    for (let j = 0; j < Z.columns; j++) Z.set(i, j, Math.max(0, Z.get(i, j)));\n  }\n  return Z;',
      },
    ],
  },
  {
    id: 'relu-gradient-returns-z',
    title: 'reluGradient returns z and not the slope',
    hint: 'For z = 2 and for z = 5, how steep is the line that ReLU draws there? Walk one step to the right: how far does it climb? Your function gives two different answers.',
    edits: [{ find: '(z > 0 ? 1 : 0)', replace: '(z > 0 ? z : 0)' }],
  },
  {
    id: 'relu-gradient-inverted',
    title: 'the gate of reluGradient is upside down',
    hint: 'A unit with z = 3 let its signal through on the way forward. Should the error pass through it on the way back? Ask the same for z = -3 and compare with what your function says.',
    edits: [{ find: '(z > 0 ? 1 : 0)', replace: '(z > 0 ? 0 : 1)' }],
  },
  {
    id: 'relu-gradient-one-at-zero',
    title: 'reluGradient is 1 where z is exactly 0',
    hint: 'At exactly 0 the curve has a corner and no slope of its own, so somebody has to choose one. Which value does the lesson choose there, and which does your comparison give?',
    edits: [{ find: '(z > 0 ? 1 : 0)', replace: '(z >= 0 ? 1 : 0)' }],
  },
  {
    id: 'leaky-slope-missing-on-the-way-back',
    title: 'leakyReluGradient is 0 for negative entries',
    hint: 'Your leakyRelu lets a little through where z is negative. If z goes from -2 to -1, does its value change? Then can the slope there be 0?',
    edits: [{ find: '(z > 0 ? 1 : slope)', replace: '(z > 0 ? 1 : 0)' }],
  },
  {
    id: 'leaky-branches-swapped',
    title: 'leakyReluGradient has its two sides swapped',
    hint: 'Draw leaky ReLU for a slope of 0.3 and put a finger on z = 2, then on z = -2. On which side is the line steep? On which side is it steep for your function?',
    edits: [{ find: '(z > 0 ? 1 : slope)', replace: '(z > 0 ? slope : 1)' }],
  },
  {
    id: 'relu-on-the-output-too',
    title: 'the output layer goes through ReLU before softmax',
    hint: 'None of your scores in Z2 is ever negative. May a score be negative? Think of a class that is very unlikely: what would softmax need to see there?',
    edits: [
      {
        find: 'const Z2 = A1.mmul(W2).addRowVector(b2);',
        replace: 'const Z2 = relu(A1.mmul(W2).addRowVector(b2));',
      },
    ],
  },
  {
    id: 'loss-of-probability-zero',
    title: 'crossEntropy is infinite where the right class has the probability 0',
    hint: 'What does your loss say about one prediction that is perfectly sure and wrong, so that the right class gets exactly 0? Which small number does the lesson use against that, and where does it stand?',
    edits: [{ find: 'Math.log(A.get(i, j) + 1e-8)', replace: 'Math.log(A.get(i, j))' }],
  },
  {
    id: 'old-slope-after-the-swap',
    title: 'the backward pass still uses the slope of tanh',
    hint: 'You have changed the activation on the way forward. What else in the network knows the shape of that bend? Look for the place that still squares A1: whose slope is that?',
    edits: [
      {
        find: 'bend: relu, slope: reluGradient',
        replace: 'bend: relu, slope: (Z) => map(relu(Z), (a) => 1 - a * a)',
      },
    ],
  },
  {
    id: 'gate-always-open',
    title: 'the gate on the way back never closes',
    hint: 'Every error passes your hidden layer, also that of units that were off. If your gate asks whether A1 is 0 or more: can the output of a ReLU ever be less than that? If there is no gate: where did the slope go?',
    edits: [
      {
        find: 'bend: relu, slope: reluGradient',
        replace: 'bend: relu, slope: (Z) => map(relu(Z), (a) => (a >= 0 ? 1 : 0))',
      },
    ],
  },
  {
    id: 'gate-from-the-error',
    title: 'the gate looks at the error and not at the unit',
    hint: 'Take a unit that was on, and let the error that comes back to it be negative. Should that error pass? Whose sign decides whether a unit was on: its own before the bend, or that of its error?',
    edits: [{ find: 'slope(Z1)', replace: 'slope(dA1)' }],
  },
  {
    id: 'hidden-bias-before-the-gate',
    title: 'db1 is taken before the gate',
    hint: 'A unit that was off for every example cannot have changed the loss, so what should its entry of db1 be? Which matrix do you add up for db1, and does it stand before or after the gate?',
    edits: [{ find: 'columnSums(dZ1).div(m)', replace: 'columnSums(dA1).div(m)' }],
  },
  {
    id: 'hard-predictions-in-the-error',
    title: 'the error is taken from the chosen class and not from the probabilities',
    hint: 'Your error is exactly 0 for every example whose most probable class is right. An answer that is right with a probability of 0.4 only: is there nothing left to learn from it?',
    edits: [
      {
        find: 'const dZ2 = Matrix.sub(A2, Y);',
        replace:
          'const chosen = Matrix.zeros(m, Y.columns);\n  for (let i = 0; i < m; i++) chosen.set(i, A2.maxRowIndex(i)[1], 1);\n  const dZ2 = Matrix.sub(chosen, Y);',
      },
    ],
  },
  {
    id: 'error-overwrites-the-cache',
    title: 'backward overwrites A2 in the cache',
    hint: 'Call your backward twice with the same cache. Are the gradients the same both times? In ml-matrix, some calls change the matrix in front of the dot: which matrix of the cache stands in front of one?',
    edits: [{ find: 'Matrix.sub(A2, Y)', replace: 'A2.sub(Y)' }],
  },
  {
    id: 'relu-starts-where-tanh-ended',
    title: 'the training with ReLU begins where the one with tanh ended',
    hint: 'Both trainings should be asked the same question. Which parameters does the second one start from: those that came in, or those that the first one has already trained?',
    edits: [
      {
        find: 'return {\n    tanh: trainWith(TANH, X, Y, parameters, learningRate, steps),\n    relu: trainWith(RELU, X, Y, parameters, learningRate, steps),\n  };',
        replace:
          'const tanh = trainWith(TANH, X, Y, parameters, learningRate, steps);\n  const relu = trainWith(RELU, X, Y, tanh.parameters, learningRate, steps);\n  return { tanh, relu };',
      },
    ],
  },
  {
    id: 'tanh-trained-with-the-gate',
    title: 'the training with tanh uses the slope of ReLU',
    hint: 'Your first loss with tanh is right and the next ones are not, so the way forward is fine. Which slope does the error meet on its way back through a hidden layer of tanh?',
    edits: [
      {
        find: 'slope: (Z) => map(Z, (z) => 1 - Math.tanh(z) ** 2)',
        replace: 'slope: reluGradient',
      },
    ],
  },
];
