import type { Mistake } from 'chainrule/course';

export const mistakes: readonly Mistake[] = [
  {
    id: 'neuron-without-bias',
    title: 'the neuron has no bias',
    hint: 'Give the neuron inputs that are all 0. Only one thing is left then that can push its sum up or down: which one, and does it reach your sum?',
    edits: [
      { find: '.dot(Matrix.rowVector(inputs)) + bias', replace: '.dot(Matrix.rowVector(inputs))' },
    ],
  },
  {
    id: 'bias-for-every-input',
    title: 'the bias is added once for every input',
    hint: 'A neuron with two inputs and one with five both have a single bias. How often does yours come into the sum when there are five inputs?',
    edits: [
      {
        find: '.dot(Matrix.rowVector(inputs)) + bias',
        replace: '.dot(Matrix.rowVector(inputs)) + inputs.length * bias',
      },
    ],
  },
  {
    id: 'neuron-not-bent',
    title: 'the neuron returns its sum before the activation',
    hint: 'For the hot and sunny day of the lesson your neuron says 0.9. What is that number in the lesson, and what happens to it afterwards?',
    edits: [{ find: 'return logistic(z);', replace: 'return z;' }],
  },
  {
    id: 'neuron-with-tanh',
    title: 'the neuron bends with tanh and not with sigmoid',
    hint: 'A neuron whose sum is 0 cannot decide and should say 0.5. What does yours say, and which activation gives that?',
    edits: [{ find: 'return logistic(z);', replace: 'return Math.tanh(z);' }],
  },
  {
    id: 'relu-without-sign',
    title: 'relu makes negative entries positive',
    hint: 'What does your relu give for -3? A unit that stays silent says nothing at all: which number is nothing?',
    edits: [{ find: 'Math.max(0, z)', replace: 'Math.abs(z)' }],
  },
  {
    id: 'relu-upside-down',
    title: 'relu keeps what is negative and stops what is positive',
    hint: 'Try your relu on 3 and on -3. Which of the two should come through?',
    edits: [{ find: 'Math.max(0, z)', replace: 'Math.min(0, z)' }],
  },
  {
    id: 'relu-of-one',
    title: 'relu says 1 where it should say how much',
    hint: 'Your relu gives the same for 0.5 and for 5. Should a unit that speaks not also say how strongly?',
    edits: [{ find: 'Math.max(0, z)', replace: 'z > 0 ? 1 : 0' }],
  },
  {
    id: 'sigmoid-without-minus',
    title: 'sigmoid falls where it should rise',
    hint: 'A large positive z should come near 1. What does your sigmoid make of z = 5, and which sign stands in your power?',
    edits: [{ find: 'Math.exp(-z)', replace: 'Math.exp(z)' }],
  },
  {
    id: 'sigmoid-of-large-entries',
    title: 'sigmoid divides infinity by infinity',
    hint: 'Try sigmoid for z = 1000 with a calculator. Which number in your fraction is too large to write down? There is a second way to write the same fraction, in which only a harmless number grows.',
    edits: [{ find: '1 / (1 + Math.exp(-z))', replace: 'Math.exp(z) / (1 + Math.exp(z))' }],
  },
  {
    id: 'tanh-of-large-entries',
    title: 'tanh divides infinity by infinity',
    hint: 'The formula of the lesson is right on paper. What is e to the power of 1000 on a computer, and what is such a number divided by another of its kind? Does your language perhaps know this function already?',
    edits: [
      {
        find: 'return Matrix.tanh(Z);',
        replace:
          'return everywhere(Z, (z) => (Math.exp(z) - Math.exp(-z)) / (Math.exp(z) + Math.exp(-z)));',
      },
    ],
  },
  {
    id: 'tanh-not-steep-enough',
    title: 'tanh is a sigmoid that was stretched in height alone',
    hint: 'At z = 1, tanh is 0.7616 and yours is 0.4621. Yours is stretched in height from 0..1 to -1..1. In which other direction do the two curves differ?',
    edits: [
      {
        find: 'return Matrix.tanh(Z);',
        replace: 'return everywhere(Z, (z) => 2 * logistic(z) - 1);',
      },
    ],
  },
  {
    id: 'activation-in-place',
    title: 'the activations write into the matrix that they are given',
    hint: 'Print a matrix before and after you hand it to relu. If it has changed, where did your function write its result?',
    edits: [
      {
        find: 'return new Matrix(Z.to2DArray().map((row) => row.map(f)));',
        replace:
          'Z.to2DArray().forEach((row, i) => {\n    Z.setRow(i, row.map(f));\n  });\n  return Z;',
      },
      { find: 'return Matrix.tanh(Z);', replace: 'return Z.tanh();' },
    ],
  },
  {
    id: 'layer-without-biases',
    title: 'the layer leaves out its biases',
    hint: 'Give the layer an example of nothing but zeros. What should its neurons answer then, and what do yours answer?',
    edits: [
      {
        find: 'this.weights.mmul(X).addColumnVector(this.biases)',
        replace: 'this.weights.mmul(X)',
      },
    ],
  },
  {
    id: 'first-bias-for-all',
    title: 'all neurons of the layer get the bias of the first',
    hint: 'The first row of your answer is right and the others are not. The biases stand below each other, one for each neuron: how many of them does your code look at?',
    edits: [{ find: '.addColumnVector(this.biases)', replace: '.add(this.biases.get(0, 0))' }],
  },
  {
    id: 'layer-without-activation',
    title: 'the layer forgets its activation',
    hint: 'Your layer answers with numbers of any size. The name of its activation is a promise: what does "sigmoid" promise about every answer?',
    edits: [{ find: 'return activations[this.activation](Z);', replace: 'return Z;' }],
  },
  {
    id: 'always-relu',
    title: 'every layer uses relu, whatever its activation is',
    hint: 'Make two layers that differ only in their activation. Should their answers be equal? Which line of yours asks which activation it is?',
    edits: [{ find: 'activations[this.activation](Z)', replace: 'relu(Z)' }],
  },
  {
    id: 'layer-answers-in-rows',
    title: 'the layer answers with one example a row',
    hint: 'Three inputs of seven examples go into four neurons. The lesson keeps one example a column all the way: which shape has to come out, and which shape comes out of yours?',
    edits: [
      {
        find: 'return activations[this.activation](Z);',
        replace: 'return activations[this.activation](Z).transpose();',
      },
    ],
  },
  {
    id: 'last-layer-left-out',
    title: 'the network stops before its last layer',
    hint: '2-4-3-1 means two inputs and then a layer for each further number: how many layers is that, and how many of them does your loop visit?',
    edits: [{ find: 'of this.layers)', replace: 'of this.layers.slice(0, -1))' }],
  },
  {
    id: 'output-bent-twice',
    title: 'the output of the network goes through sigmoid once more',
    hint: 'None of your outputs is below 0.5. Each layer bends its own answer: who else bends the last one?',
    edits: [{ find: 'return A;', replace: 'return sigmoid(A);' }],
  },
  {
    id: 'shape-of-the-weights',
    title: 'the words tell the shape of the weights and not of what goes in',
    hint: 'Your text begins with the shape of the weights. Which matrix goes into the layer, and what are its two sizes?',
    edits: [
      {
        find: 'shape(weights.columns, X.columns)',
        replace: 'shape(weights.rows, weights.columns)',
      },
    ],
  },
  {
    id: 'first-shape-for-all',
    title: 'every layer is said to get what the first one gets',
    hint: 'Read your texts one below the other. Does each one begin with the shape with which the one above it ends?',
    edits: [{ find: 'shape(weights.columns, X.columns)', replace: 'shape(X.rows, X.columns)' }],
  },
  {
    id: 'columns-said-first',
    title: 'the words tell columns before rows',
    hint: 'A matrix with 2 rows and 5 columns is "2 x 5". How does your function call it?',
    edits: [
      {
        find: 'shape(rows: number, columns: number)',
        replace: 'shape(columns: number, rows: number)',
      },
    ],
  },
  {
    id: 'data-poured-over',
    title: 'the data are poured into the new shape row by row',
    hint: 'Follow one example: two inputs, 80 and 8, stand below each other. In the new matrix, do they stand side by side? A shape can be right while most numbers sit in wrong places.',
    edits: [
      {
        find: 'export function toRows(X: Matrix): Matrix {\n  // #region solution\n  return X.transpose();',
        replace:
          'export function toRows(X: Matrix): Matrix {\n  // #region solution\n  return Matrix.from1DArray(X.columns, X.rows, X.to1DArray());',
      },
      {
        find: 'export function toColumns(X: Matrix): Matrix {\n  // #region solution\n  return X.transpose();',
        replace:
          'export function toColumns(X: Matrix): Matrix {\n  // #region solution\n  return Matrix.from1DArray(X.columns, X.rows, X.to1DArray());',
      },
    ],
  },
  {
    id: 'weights-poured-over',
    title: 'the weights are poured into the new shape row by row',
    hint: 'A neuron is a row of the weights. In W it should be a column: does the first column of your W hold the numbers of the first neuron?',
    edits: [
      {
        find: 'W: layer.weights.transpose(),',
        replace:
          'W: Matrix.from1DArray(layer.weights.columns, layer.weights.rows, layer.weights.to1DArray()),',
      },
    ],
  },
  {
    id: 'biases-left-standing',
    title: 'b is still a column',
    hint: 'With one example a row, the answers of one example stand side by side. How do the biases have to stand, so that each meets its own neuron?',
    edits: [{ find: 'b: layer.biases.transpose()', replace: 'b: layer.biases.clone()' }],
  },
  {
    id: 'activation-lost-on-the-way',
    title: 'the layer that comes back always has the activation relu',
    hint: 'Turn the parameters of a tanh layer to rows and back. Is everything that made up the layer there again?',
    edits: [{ find: 'b.transpose(), activation)', replace: "b.transpose(), 'relu')" }],
  },
  {
    id: 'answers-not-turned-back',
    title: 'forwardRows answers with one example a column',
    hint: 'Seven examples go in as seven rows. As what do their answers come out of your function?',
    edits: [
      {
        find: 'return toRows(network.forward(toColumns(X)));',
        replace: 'return network.forward(toColumns(X));',
      },
    ],
  },
];
