import type { Mistake } from 'chainrule/course';

export const mistakes: readonly Mistake[] = [
  {
    id: 'ones-in-front',
    title: 'the ones stand in front and not at the end',
    hint: 'Follow one row into W1: which row of W1 does the 1 meet? The biases of the hidden units are in the last row. Who meets that one in your code?',
    edits: [
      {
        find: 'X.clone().addColumn(Matrix.ones(X.rows, 1))',
        replace: 'X.clone().addColumn(0, Matrix.ones(X.rows, 1))',
      },
    ],
  },
  {
    id: 'ones-as-a-row',
    title: 'the ones are added as one more example and not as one more input',
    hint: 'Take two examples with three inputs each. How many rows should come back, and how many columns? Did your function add an input to each example, or an example to the rest?',
    edits: [
      {
        find: 'X.clone().addColumn(Matrix.ones(X.rows, 1))',
        replace: 'X.clone().addRow(Matrix.ones(1, X.columns))',
      },
    ],
  },
  {
    id: 'augmented-in-place',
    title: 'augmentWithOnes widens the matrix it was given',
    hint: 'Call your function twice with the same X and count the columns. Which calls of ml-matrix make a new matrix, and which change the one in front of the dot?',
    edits: [{ find: 'X.clone().addColumn(', replace: 'X.addColumn(' }],
  },
  {
    id: 'loss-without-the-half',
    title: 'the loss lacks its half',
    hint: 'One example, predicted 3 and due 1: the lesson charges 2 for it. What do you charge? Which small factor stands in front of the sum so that the slope comes out plain?',
    edits: [{ find: '.sum() / (2 * Y.rows)', replace: '.sum() / Y.rows' }],
  },
  {
    id: 'loss-not-averaged',
    title: 'the loss is added up over the examples and not averaged',
    hint: 'Paste every example a second time. Did the network get any worse by that? Did your loss?',
    edits: [{ find: '.sum() / (2 * Y.rows)', replace: '.sum() / 2' }],
  },
  {
    id: 'everything-without-the-half',
    title: 'the loss is the whole mean squared error, in the gradients too',
    hint: 'Your loss and your gradients agree with each other, and both are twice as large as they should be. Look at the number in front of the sum in the lesson: what is it there for?',
    edits: [
      { find: '.sum() / (2 * Y.rows)', replace: '.sum() / Y.rows' },
      {
        find: 'cache.Haug.transpose().mmul(error).div(Y.rows)',
        replace: 'cache.Haug.transpose().mmul(error).mul(2 / Y.rows)',
      },
      {
        find: 'return Matrix.mul(blame, slope);',
        replace: 'return Matrix.mul(blame, slope).mul(2);',
      },
    ],
  },
  {
    id: 'sigmoid-on-the-output',
    title: 'the output goes through the sigmoid too',
    hint: 'All your predictions lie between 0 and 1. Some of the values that are due are negative. Which layer may answer with any number at all?',
    edits: [
      {
        find: 'const prediction = Haug.mmul(W2);',
        replace: 'const prediction = sigmoid(Haug.mmul(W2));',
      },
    ],
  },
  {
    id: 'no-activation',
    title: 'there is no sigmoid in the hidden layer',
    hint: 'Z1 and H are the same in your cache. What can a network of straight pieces alone lay over the plane: a bent cloth, or a flat board? What is it that bends?',
    edits: [{ find: 'const H = sigmoid(Z1);', replace: 'const H = Z1.clone();' }],
  },
  {
    id: 'sum-instead-of-mean',
    title: 'both gradients are added up over the examples and not averaged',
    hint: 'The loss is an average over the examples. If you paste every example a second time, the loss stays the same: should its gradient change? Does yours?',
    edits: [
      {
        find: 'cache.Haug.transpose().mmul(error).div(Y.rows)',
        replace: 'cache.Haug.transpose().mmul(error)',
      },
      {
        find: 'cache.Xaug.transpose().mmul(error).div(error.rows)',
        replace: 'cache.Xaug.transpose().mmul(error)',
      },
    ],
  },
  {
    id: 'hidden-gradient-not-averaged',
    title: 'dW1 is not averaged over the examples',
    hint: 'Your two gradients disagree about whether the loss is a sum or an average. Follow each from the error to its end: which of them never meets the number of examples?',
    edits: [
      {
        find: 'cache.Xaug.transpose().mmul(error).div(error.rows)',
        replace: 'cache.Xaug.transpose().mmul(error)',
      },
    ],
  },
  {
    id: 'averaged-too-early',
    title: 'the hidden error is averaged already, and again in the gradient',
    hint: 'A row of the hidden error is about one example alone. If somebody pastes a hundred other examples below it, should that row change? Count how often the average is taken on the way to dW1.',
    edits: [
      {
        find: 'return Matrix.mul(blame, slope);',
        replace: 'return Matrix.mul(blame, slope).div(Y.rows);',
      },
    ],
  },
  {
    id: 'target-minus-prediction',
    title: 'the error is target minus prediction',
    hint: 'If all predictions are too high, should the bias of the output go up or down? Follow the sign from your error through the update.',
    edits: [
      {
        find: 'const error = Matrix.sub(cache.prediction, Y);',
        replace: 'const error = Matrix.sub(Y, cache.prediction);',
      },
      {
        find: 'const blame = Matrix.sub(prediction, Y)',
        replace: 'const blame = Matrix.sub(Y, prediction)',
      },
    ],
  },
  {
    id: 'output-gradient-without-ones',
    title: 'dW2 has no row for the bias',
    hint: 'Write the shape of your dW2 beside that of W2: a row is missing. Which number did the bias of the output meet on the way forward?',
    edits: [
      {
        find: 'cache.Haug.transpose().mmul(error).div(Y.rows)',
        replace: 'cache.H.transpose().mmul(error).div(Y.rows)',
      },
    ],
  },
  {
    id: 'output-gradient-lies-down',
    title: 'dW2 comes out as a row and not as a column',
    hint: 'A gradient has the shape of what it changes. How many rows has W2, and how many has your dW2? In a product, which of the two factors is turned?',
    edits: [
      {
        find: 'cache.Haug.transpose().mmul(error).div(Y.rows)',
        replace: 'error.transpose().mmul(cache.Haug).div(Y.rows)',
      },
    ],
  },
  {
    id: 'bias-row-kept-in-the-blame',
    title: 'the bias of the output takes a share of the blame',
    hint: 'Your hidden error has one column more than there are hidden units. The last row of W2 meets a 1 that never changes: to whom could its share of the blame go?',
    edits: [
      { find: 'withoutBiases(W2).transpose()', replace: 'W2.transpose()' },
      {
        find: 'const slope = Matrix.sub(H, Matrix.mul(H, H));',
        replace: 'const slope = augmentWithOnes(Matrix.sub(H, Matrix.mul(H, H)));',
      },
    ],
  },
  {
    id: 'first-row-dropped',
    title: 'the blame leaves out the first row of W2 and not the last',
    hint: 'One row of W2 is about no hidden unit. The ones were put on at the end: which row do they meet, and which row do you leave out?',
    edits: [
      {
        find: 'W.subMatrix(0, W.rows - 2, 0, W.columns - 1)',
        replace: 'W.subMatrix(1, W.rows - 1, 0, W.columns - 1)',
      },
    ],
  },
  {
    id: 'weights-forgotten-on-the-way-back',
    title: 'every hidden unit gets the same blame, without W2',
    hint: 'Before the slope comes in, all columns of your hidden error are alike. Suppose one hidden unit has the outgoing weight 0: what part can it have in the error, and what part does your code give it?',
    edits: [
      {
        find: 'withoutBiases(W2).transpose()',
        replace: 'Matrix.ones(1, H.columns)',
      },
    ],
  },
  {
    id: 'no-slope-of-sigmoid',
    title: 'the slope of the sigmoid is left out',
    hint: 'Take a hidden unit whose output is 0.999. If its weights change a little, does its output change much? Then how much of the blame should get through it, and how much does in your code?',
    edits: [{ find: 'return Matrix.mul(blame, slope);', replace: 'return blame;' }],
  },
  {
    id: 'slope-of-sigmoid-from-z',
    title: 'the slope of the sigmoid is taken from Z1 where H belongs',
    hint: 'A sigmoid always climbs. Is your slope negative anywhere? Look at which matrix of the cache goes into it: the one before the bend or the one after it?',
    edits: [
      {
        find: 'const slope = Matrix.sub(H, Matrix.mul(H, H));',
        replace: 'const slope = Matrix.sub(cache.Z1, Matrix.mul(cache.Z1, cache.Z1));',
      },
    ],
  },
  {
    id: 'slope-of-tanh',
    title: 'the hidden layer uses the slope of tanh',
    hint: 'Where a sigmoid is 0.5 it climbs as steeply as it ever does, by a quarter. What does your slope say there? Of which bend is that the slope?',
    edits: [
      {
        find: 'const slope = Matrix.sub(H, Matrix.mul(H, H));',
        replace: 'const slope = Matrix.sub(Matrix.ones(H.rows, H.columns), Matrix.mul(H, H));',
      },
    ],
  },
  {
    id: 'updated-weights-in-the-blame',
    title: 'the blame goes back through a W2 that has already moved',
    hint: 'With a learning rate near 0 your steps are right, with a large one W1 is off. When does W2 get its new numbers, and who still needs the old ones then?',
    edits: [
      {
        find: 'const dW1 = hiddenGradient(cache, hiddenError(cache, Y, W2));\n',
        replace: 'W2 = Matrix.sub(W2, Matrix.mul(dW2, learningRate));\n',
      },
      {
        find: '    W2 = Matrix.sub(W2, Matrix.mul(dW2, learningRate));\n  }',
        replace: '  }',
      },
      {
        find: 'W1 = Matrix.sub(W1, Matrix.mul(dW1, learningRate));',
        replace:
          'const dW1 = hiddenGradient(cache, hiddenError(cache, Y, W2));\n    W1 = Matrix.sub(W1, Matrix.mul(dW1, learningRate));',
      },
    ],
  },
  {
    id: 'biases-never-updated',
    title: 'the last rows of the weights stay where they started',
    hint: 'Compare W1 and W2 row by row before and after one step. Which rows have not moved, and what stands in them?',
    edits: [
      {
        find: 'W1 = Matrix.sub(W1, Matrix.mul(dW1, learningRate));\n    W2 = Matrix.sub(W2, Matrix.mul(dW2, learningRate));',
        replace:
          'dW1.setRow(dW1.rows - 1, new Array(dW1.columns).fill(0));\n    dW2.setRow(dW2.rows - 1, [0]);\n    W1 = Matrix.sub(W1, Matrix.mul(dW1, learningRate));\n    W2 = Matrix.sub(W2, Matrix.mul(dW2, learningRate));',
      },
    ],
  },
  {
    id: 'update-goes-uphill',
    title: 'the update adds the gradients',
    hint: 'The gradient points to where the loss grows. After one of your steps, is the loss lower or higher than before?',
    edits: [
      {
        find: 'W1 = Matrix.sub(W1, Matrix.mul(dW1,',
        replace: 'W1 = Matrix.add(W1, Matrix.mul(dW1,',
      },
      {
        find: 'W2 = Matrix.sub(W2, Matrix.mul(dW2,',
        replace: 'W2 = Matrix.add(W2, Matrix.mul(dW2,',
      },
    ],
  },
  {
    id: 'update-in-place',
    title: 'train changes the parameters it was given',
    hint: 'Print the parameters you start from before and after training. Some calls of ml-matrix make a new matrix, others change the one in front of the dot. Which kind makes your step?',
    edits: [
      {
        find: 'W1 = Matrix.sub(W1, Matrix.mul(dW1, learningRate));',
        replace: 'W1.sub(Matrix.mul(dW1, learningRate));',
      },
      {
        find: 'W2 = Matrix.sub(W2, Matrix.mul(dW2, learningRate));',
        replace: 'W2.sub(Matrix.mul(dW2, learningRate));',
      },
      { find: 'let { W1, W2 } = parameters;', replace: 'const { W1, W2 } = parameters;' },
    ],
  },
  {
    id: 'loss-after-the-step',
    title: 'the losses are noted after each step and not before it',
    hint: 'Your list of losses looks shifted by one. Which weights produced the first loss in it: those you started from, or those after one step?',
    edits: [
      { find: '    losses.push(halfMeanSquaredError(cache.prediction, Y));\n', replace: '' },
      {
        find: 'W2 = Matrix.sub(W2, Matrix.mul(dW2, learningRate));\n',
        replace:
          'W2 = Matrix.sub(W2, Matrix.mul(dW2, learningRate));\n    losses.push(halfMeanSquaredError(forward(X, { W1, W2 }).prediction, Y));\n',
      },
    ],
  },
];
