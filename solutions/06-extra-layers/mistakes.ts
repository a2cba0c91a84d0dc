import type { Mistake } from 'chainrule/course';

export const mistakes: readonly Mistake[] = [
  {
    id: 'weights-all-zero',
    title: 'all weights start at 0',
    hint: 'Two units of a layer that start with the same weights compute the same number and get the same blame. How would they ever become different?',
    edits: [{ find: 'spread * normal(rng)', replace: '0' }],
  },
  {
    id: 'one-draw-for-a-layer',
    title: 'one draw fills a whole layer',
    hint: 'Print the weights of one layer: how many different numbers do you see? A draw is a new number each time it is made. How often is it made in your code?',
    edits: [
      {
        find: 'const spread = Math.sqrt(2 / inputs);',
        replace: 'const spread = Math.sqrt(2 / inputs);\n    const draw = normal(rng);',
      },
      { find: 'spread * normal(rng)', replace: 'spread * draw' },
    ],
  },
  {
    id: 'uniform-weights',
    title: 'the weights are drawn evenly between 0 and 1 and not from the normal distribution',
    hint: 'None of your first weights is negative. Should a unit not also be able to start out against an input? Which function in the file draws numbers of both signs?',
    edits: [{ find: 'spread * normal(rng)', replace: 'spread * rng()' }],
  },
  {
    id: 'chance-of-its-own',
    title: 'the weights come from Math.random and not from the generator',
    hint: 'The same seed has to give the same weights, or nobody can repeat your experiment. Where do your draws get their numbers from: from the argument of your function, or from somewhere else?',
    edits: [{ find: 'spread * normal(rng)', replace: 'spread * normal(Math.random)' }],
  },
  {
    id: 'variance-for-spread',
    title: 'the weights are multiplied by 2 / inputs, without the square root',
    hint: 'With 8 inputs, the standard deviation of a weight should be 0.5; yours is 0.25. Is the number you multiply by a variance or a standard deviation?',
    edits: [{ find: 'Math.sqrt(2 / inputs)', replace: '2 / inputs' }],
  },
  {
    id: 'outputs-for-inputs',
    title: 'the spread comes from the units of the layer and not from its inputs',
    hint: 'One unit adds up one product for each number that comes in. How many come in for the first layer of the sizes 2, 8, 1: 2 or 8?',
    edits: [{ find: 'Math.sqrt(2 / inputs)', replace: 'Math.sqrt(2 / units)' }],
  },
  {
    id: 'power-for-product',
    title: 'a draw is raised to a power where it should be multiplied',
    hint: 'Print five weights: some of them are NaN. In TypeScript one star and two stars are different operations. What is a negative number to the power of 0.5?',
    edits: [{ find: 'spread * normal(rng)', replace: 'normal(rng) ** spread' }],
  },
  {
    id: 'activation-on-the-output',
    title: 'the last layer goes through ReLU as well as through sigmoid',
    hint: 'None of your predictions is below 0.5. May the last Z be negative, and what happens to it in your code before sigmoid sees it?',
    edits: [{ find: 'isLast ? sigmoid(z)', replace: 'isLast ? sigmoid(relu(z))' }],
  },
  {
    id: 'no-activation-between',
    title: 'there is no activation between the layers',
    hint: 'Compare Z[0] and A[1] in your cache: they are equal. What can five linear layers in a row do that a single one cannot?',
    edits: [{ find: ': relu(z));', replace: ': z.clone());' }],
  },
  {
    id: 'activation-after-for-before',
    title: 'dW uses what leaves the layer and not what enters it',
    hint: 'Write the shape of dW beside the shape of W: they differ. Which activation did this layer multiply by W on the way forward, the one before it or the one after it?',
    edits: [{ find: 'at(A, l).transpose()', replace: 'at(A, l + 1).transpose()' }],
  },
  {
    id: 'output-error-for-every-layer',
    title: 'every layer is given the error of the output',
    hint: 'In your hidden layers all entries of db are the same number. Suppose one hidden unit has the outgoing weight 0: what part can it have in the error, and what part does your code give it?',
    edits: [
      {
        find: 'dZ = backThroughRelu(dA, at(Z, l - 1));',
        replace: 'dZ = Matrix.sub(at(A, layers.length), Y).mmul(Matrix.ones(1, dA.columns));',
      },
    ],
  },
  {
    id: 'no-slope-of-relu',
    title: 'the slope of ReLU is left out',
    hint: 'Take a hidden unit that was off for an example. If its weights change by a tiny bit, it is still off. How much of the blame for this example should reach it?',
    edits: [{ find: 'dZ = backThroughRelu(dA, at(Z, l - 1));', replace: 'dZ = dA;' }],
  },
  {
    id: 'last-example-only',
    title: 'only the last example counts in dW',
    hint: 'Each example has something to say about a weight. When the second example arrives in your loop, what happens to what the first one said?',
    edits: [
      {
        find: 'at(A, l).transpose().mmul(dZ).div(m)',
        replace:
          'Matrix.columnVector(at(A, l).getRow(m - 1)).mmul(Matrix.rowVector(dZ.getRow(m - 1))).div(m)',
      },
    ],
  },
  {
    id: 'sum-instead-of-mean',
    title: 'the gradients are added up over the examples and not averaged',
    hint: 'The loss is an average over the examples. If you paste every example a second time, the loss stays the same: should its gradient change? Does yours?',
    edits: [{ find: 'const m = Y.rows;', replace: 'const m = 1;' }],
  },
  {
    id: 'averaged-at-every-layer',
    title: 'the average is taken anew at every layer',
    hint: 'Your last layer is right, the one before it is too small by one factor, the next by that factor squared. Follow the blame back and count how often the average is taken on its way.',
    edits: [
      {
        find: 'dZ = backThroughRelu(dA, at(Z, l - 1));',
        replace: 'dZ = backThroughRelu(dA, at(Z, l - 1)).div(m);',
      },
    ],
  },
  {
    id: 'gradients-in-reverse',
    title: 'the gradients are returned from the last layer to the first',
    hint: 'You walk from the last layer to the first and note each gradient as you go. Which one stands first in your list when you are done, and which one should?',
    edits: [{ find: 'gradients.unshift({ dW, db });', replace: 'gradients.push({ dW, db });' }],
  },
  {
    id: 'error-in-place',
    title: 'backward changes the predictions in the cache',
    hint: 'Print the last A of the cache before and after a call of backward. Some calls of ml-matrix make a new matrix, others change the one in front of the dot. Which kind takes the labels away in your code?',
    edits: [
      { find: 'Matrix.sub(at(A, layers.length), Y)', replace: 'at(A, layers.length).sub(Y)' },
    ],
  },
  {
    id: 'only-the-last-layer-updated',
    title: 'only the last layer learns',
    hint: 'Compare all layers before and after one step of training. Which of them have moved, and which should have?',
    edits: [
      {
        find: 'const { dW, db } = at(gradients, l);',
        replace:
          'const { dW, db } = at(gradients, l);\n    if (l < layers.length - 1) return { W, b };',
      },
    ],
  },
  {
    id: 'biases-never-updated',
    title: 'the biases stay where they started',
    hint: 'Compare the W and the b of every layer before and after one step of training. Which of the two has moved?',
    edits: [{ find: 'b: Matrix.sub(b, Matrix.mul(db, learningRate)),', replace: 'b,' }],
  },
  {
    id: 'weights-already-updated',
    title: 'the blame goes back through weights that have already moved',
    hint: 'With a learning rate near 0 your steps are right, with a large one the early layers are off. When does a later layer get its new weights, and who still needs the old ones then?',
    edits: [
      { find: 'const gradients = backward(cache, Y, current);\n', replace: '' },
      {
        find: 'current = update(current, gradients, learningRate);',
        replace:
          'for (let l = layers.length - 1; l >= 0; l--) {\n      const moved = update(current, backward(cache, Y, current), learningRate);\n      current = current.map((layer, place) => (place === l ? at(moved, l) : layer));\n    }',
      },
    ],
  },
  {
    id: 'gradients-pile-up',
    title: 'the gradients of earlier steps are added to those of the new step',
    hint: 'Your first step is right and every later one is too long. What is in the place where you keep the gradients when the second step begins?',
    edits: [
      {
        find: 'let current = layers;',
        replace: 'let current = layers;\n  let kept: LayerGradients[] = [];',
      },
      {
        find: 'const gradients = backward(cache, Y, current);',
        replace:
          'const gradients = backward(cache, Y, current);\n    gradients.forEach(({ dW, db }, l) => {\n      dW.add(kept[l]?.dW ?? 0);\n      db.add(kept[l]?.db ?? 0);\n    });\n    kept = gradients;',
      },
    ],
  },
  {
    id: 'update-in-place',
    title: 'train changes the layers it was given',
    hint: 'Print the layers you start from before and after training. Some calls of ml-matrix make a new matrix, others change the one in front of the dot. Which kind makes your step?',
    edits: [
      {
        find: 'Matrix.sub(W, Matrix.mul(dW, learningRate))',
        replace: 'W.sub(Matrix.mul(dW, learningRate))',
      },
      {
        find: 'Matrix.sub(b, Matrix.mul(db, learningRate))',
        replace: 'b.sub(Matrix.mul(db, learningRate))',
      },
    ],
  },
  {
    id: 'final-loss-one-step-old',
    title: 'the final loss belongs to the network before its last step',
    hint: 'Your accuracy and your loss are those of two different networks. Which layers produced the last entry in the list of losses: those that train returns, or those one step earlier?',
    edits: [
      { find: 'const { layers } = train(', replace: 'const { layers, losses } = train(' },
      { find: 'loss: binaryCrossEntropy(P, Y),', replace: 'loss: at(losses, losses.length - 1),' },
    ],
  },
];
