import type { Mistake } from 'chainrule/course';

export const mistakes: readonly Mistake[] = [
  {
    id: 'shuffled-apart',
    title: 'the labels are put in an order of their own',
    hint: 'Follow one example through your shuffle: where does its row of X end up, and where its label? How often do you draw an order?',
    edits: [
      {
        find: 'return { X: pick(X, order), Y: pick(Y, order) };',
        replace:
          'const other = [...order];\n  for (let i = X.rows - 1; i > 0; i--) {\n    const j = Math.floor(rng() * (i + 1));\n    [other[i], other[j]] = [at(other, j), at(other, i)];\n  }\n  return { X: pick(X, order), Y: pick(Y, other) };',
      },
    ],
  },
  {
    id: 'labels-left-behind',
    title: 'X is shuffled, and Y stays as it was',
    hint: 'Take three examples: a cat, a dog, a bird, each with its name on a label. Shuffle the animals and leave the labels where they lie. What does the network learn then?',
    edits: [{ find: 'Y: pick(Y, order) };', replace: 'Y: Y.clone() };' }],
  },
  {
    id: 'never-shuffled',
    title: 'shuffled returns the order that it was given',
    hint: 'Print the list of places before and after your loop. Which line moves anything in it?',
    edits: [
      { find: 'order[i] = at(order, j);', replace: 'order[i] = kept;' },
      { find: 'order[j] = kept;', replace: 'order[j] = at(order, j);' },
    ],
  },
  {
    id: 'copied-over',
    title: 'the exchange of two places writes one of them over the other',
    hint: 'Two cups, one with tea and one with milk, are to change what they hold. What do you need besides the two cups, and where is that in your code?',
    edits: [{ find: 'order[j] = kept;', replace: 'order[j] = at(order, i);' }],
  },
  {
    id: 'drawn-with-replacement',
    title: 'places are drawn again although they were drawn before',
    hint: 'Draw a slip out of a bag, note it, and put it back; do that eleven times. Has every slip been drawn once?',
    edits: [
      { find: '(_, row) => row);', replace: '() => Math.floor(rng() * X.rows));' },
      {
        find: 'for (let i = X.rows - 1; i > 0; i--) {',
        replace: 'for (let i = 0; i > 0; i--) {',
      },
    ],
  },
  {
    id: 'draws-from-all-places',
    title: 'each draw is over all places and not over those that are left',
    hint: 'With three examples there are 6 orders. Your two draws with three outcomes each have 9 courses. Can 9 be dealt out to 6 orders fairly?',
    edits: [
      {
        find: 'Math.floor(rng() * (i + 1));',
        replace: 'Math.floor(rng() * X.rows);',
      },
    ],
  },
  {
    id: 'never-stays',
    title: 'no example may stay where it is',
    hint: 'With two examples there are two orders, and a fair shuffle comes to both. Go through your loop by hand for two: which of them does it ever return?',
    edits: [
      {
        find: 'Math.floor(rng() * (i + 1));',
        replace: 'Math.floor(rng() * i);',
      },
    ],
  },
  {
    id: 'rounded-place',
    title: 'the drawn place is rounded to the nearest and not down',
    hint: 'Which places can come out for i = 2, and how long is the range of rng() that leads to each of them?',
    edits: [
      {
        find: 'Math.floor(rng() * (i + 1));',
        replace: 'Math.round(rng() * i);',
      },
    ],
  },
  {
    id: 'sorted-by-coin',
    title: 'the order is sorted by tossing coins',
    hint: 'A sort asks whether a goes before b, and relies on the answers fitting together. Yours is a coin: how many coins are tossed, and does every order come out equally often?',
    edits: [
      {
        find: '(_, row) => row);',
        replace: '(_, row) => row).sort(() => rng() - 0.5);',
      },
      {
        find: 'for (let i = X.rows - 1; i > 0; i--) {',
        replace: 'for (let i = 0; i > 0; i--) {',
      },
    ],
  },
  {
    id: 'first-to-last',
    title: 'the exchanges go from the first place to the last',
    hint: 'Your shuffle is fair, but it is another one: with the same draws it comes to another order. At which place does the one in the comment begin, and where does it end?',
    edits: [
      {
        find: 'for (let i = X.rows - 1; i > 0; i--) {',
        replace: 'for (let i = 1; i < X.rows; i++) {',
      },
    ],
  },
  {
    id: 'chance-of-its-own',
    title: 'the order comes from Math.random and not from the generator',
    hint: 'The same seed has to give the same order, or nobody can repeat your experiment. Where do your draws get their numbers from: from the argument of your function, or from somewhere else?',
    edits: [
      {
        find: 'Math.floor(rng() * (i + 1));',
        replace: 'Math.floor(Math.random() * (i + 1));',
      },
    ],
  },
  {
    id: 'same-order-each-epoch',
    title: 'every shuffle begins with the same seed',
    hint: 'Shuffle twice in a row and print both orders. What moves on between two epochs, and is it what you draw from?',
    edits: [
      {
        find: 'const order = Array.from(',
        replace:
          'let state = 42;\n  const fixed = () => {\n    state = (state * 16807) % 2147483647;\n    return state / 2147483647;\n  };\n  const order = Array.from(',
      },
      {
        find: 'Math.floor(rng() * (i + 1));',
        replace: 'Math.floor(fixed() * (i + 1));',
      },
    ],
  },
  {
    id: 'shuffled-in-place',
    title: 'the rows of the X and Y that were given change places',
    hint: 'Print X before and after a call of your function. Whose matrix is it whose rows you exchange?',
    edits: [
      {
        find: 'const kept = at(order, i);',
        replace: 'X.swapRows(i, j);\n    Y.swapRows(i, j);',
      },
      { find: 'order[i] = at(order, j);\n', replace: '' },
      { find: 'order[j] = kept;\n', replace: '' },
      { find: 'return { X: pick(X, order), Y: pick(Y, order) };', replace: 'return { X, Y };' },
    ],
  },
  {
    id: 'batches-not-shuffled',
    title: 'miniBatches cuts the data as it was given, without a shuffle',
    hint: 'Which examples are in your first batch in the first epoch, and which in the second? Does miniBatches use what you have written before?',
    edits: [{ find: 'const mixed = shuffled(X, Y, rng);', replace: 'const mixed = { X, Y };' }],
  },
  {
    id: 'only-batches-shuffled',
    title: 'the batches change places, but the examples in them stay together',
    hint: 'Which examples share a batch with the very first one in the first epoch, and which in the second? What should be mixed: the batches or what goes into them?',
    edits: [
      { find: 'const mixed = shuffled(X, Y, rng);', replace: 'const mixed = { X, Y };' },
      {
        find: 'return batches;',
        replace:
          'for (let i = batches.length - 1; i > 0; i--) {\n    const j = Math.floor(rng() * (i + 1));\n    [batches[i], batches[j]] = [at(batches, j), at(batches, i)];\n  }\n  return batches;',
      },
    ],
  },
  {
    id: 'last-batch-dropped',
    title: 'the last batch is left out where it is not full',
    hint: 'Add up the sizes of your batches for 11 examples and a batch size of 4. How many examples are never learned from?',
    edits: [
      {
        find: 'start < X.rows; start += batchSize',
        replace: 'start + batchSize <= X.rows; start += batchSize',
      },
    ],
  },
  {
    id: 'rest-joined-to-the-batch-before',
    title: 'what is left over is put into the batch before it',
    hint: 'For 11 examples and a batch size of 4, one of your batches holds more than 4. Which one, and where do the examples come from that are too many?',
    edits: [
      {
        find: 'const end = Math.min(start + batchSize, X.rows);',
        replace:
          'if (start > 0 && start + batchSize > X.rows) break;\n    const end = start + 2 * batchSize > X.rows ? X.rows : start + batchSize;',
      },
    ],
  },
  {
    id: 'last-batch-filled-up',
    title: 'the last batch is filled up with examples that were used before',
    hint: 'Count how often each example is used in one epoch. With 11 examples and three batches of 4, how many places are there, and who sits on the one that is too many?',
    edits: [
      {
        find: 'batches.push({ X: slice(mixed.X, start, end), Y: slice(mixed.Y, start, end) });',
        replace:
          'const from = Math.max(0, end - batchSize);\n    batches.push({ X: slice(mixed.X, from, end), Y: slice(mixed.Y, from, end) });',
      },
    ],
  },
  {
    id: 'batches-overlap',
    title: 'each batch begins with the example that ends the one before',
    hint: 'With a batch size of 4, the first batch holds the places 0 to 3. With which place does the second begin, and with which does yours?',
    edits: [
      {
        find: 'batches.push({ X: slice(mixed.X, start, end), Y: slice(mixed.Y, start, end) });',
        replace:
          'const from = Math.max(0, start - 1);\n    batches.push({ X: slice(mixed.X, from, end), Y: slice(mixed.Y, from, end) });',
      },
    ],
  },
  {
    id: 'end-one-too-early',
    title: 'the last example of each batch is lost',
    hint: 'Does the call that cuts count its end as inside or as outside? Cut a batch of two out of three rows with a pencil, and see how many you hold.',
    edits: [
      {
        find: 'return M.subMatrix(start, end - 1, 0, M.columns - 1);',
        replace: 'return M.subMatrix(start, Math.max(start, end - 2), 0, M.columns - 1);',
      },
    ],
  },
  {
    id: 'batch-size-taken-for-count',
    title: 'batchSize is taken for the number of batches',
    hint: 'With 11 examples and a batch size of 1, every example is a batch of its own. How many batches do you make?',
    edits: [
      {
        find: 'const mixed = shuffled(X, Y, rng);',
        replace:
          'const mixed = shuffled(X, Y, rng);\n  const share = Math.ceil(X.rows / batchSize);',
      },
      { find: 'start += batchSize) {', replace: 'start += share) {' },
      { find: 'Math.min(start + batchSize, X.rows)', replace: 'Math.min(start + share, X.rows)' },
    ],
  },
  {
    id: 'last-batch-averaged-by-full-size',
    title: 'the last batch is averaged as if it were full',
    hint: 'Say the last batch holds one example. backward has averaged over that one already. What is left of its gradient when you divide it by the size of a full batch?',
    edits: [
      {
        find: 'update(current, gradients, learningRate);',
        replace: 'update(current, gradients, (learningRate * batch.X.rows) / batchSize);',
      },
    ],
  },
  {
    id: 'averaged-over-all-examples',
    title: 'each batch is averaged over all examples and not over its own',
    hint: 'Paste the whole data set in a second time and keep the batch size: should one batch then make a smaller step? Does yours?',
    edits: [
      {
        find: 'update(current, gradients, learningRate);',
        replace: 'update(current, gradients, (learningRate * batch.X.rows) / X.rows);',
      },
    ],
  },
  {
    id: 'learning-rate-shared-out',
    title: 'the learning rate is divided by the number of batches',
    hint: 'Take the same data once in one batch and once in ten. How large is the first step each time? Does the lesson ask for smaller steps where there are more batches?',
    edits: [
      {
        find: 'update(current, gradients, learningRate);',
        replace: 'update(current, gradients, learningRate / Math.ceil(X.rows / batchSize));',
      },
    ],
  },
  {
    id: 'gradients-from-the-start',
    title: 'every batch is judged with the parameters from the beginning of the epoch',
    hint: 'When the second batch comes, the network has moved already. Which parameters go into your forward pass then?',
    edits: [
      { find: 'forward(batch.X, current)', replace: 'forward(batch.X, parameters)' },
      {
        find: 'backward(cache, batch.Y, current)',
        replace: 'backward(cache, batch.Y, parameters)',
      },
    ],
  },
  {
    id: 'backward-with-old-parameters',
    title: 'backward is given the parameters from the beginning of the epoch',
    hint: 'The blame goes back through the same weights that the signal came through. Compare what you give to forward and what you give to backward in the second batch: is it the same network?',
    edits: [
      {
        find: 'backward(cache, batch.Y, current)',
        replace: 'backward(cache, batch.Y, parameters)',
      },
    ],
  },
  {
    id: 'steps-not-added-up',
    title: 'every update begins again with the parameters that were given',
    hint: 'Print the parameters after the first batch and after the second. How much of the first step is left in the end?',
    edits: [
      {
        find: 'current = update(current, gradients, learningRate);',
        replace: 'current = update(parameters, gradients, learningRate);',
      },
    ],
  },
  {
    id: 'one-update-an-epoch',
    title: 'there is one update at the end of the epoch, and not one after each batch',
    hint: 'Count how often update is called in one epoch with three batches. What does the second batch gain from the first in your code?',
    edits: [
      {
        find: 'const losses: number[] = [];\n  for',
        replace:
          'const losses: number[] = [];\n  let last: ReturnType<typeof backward> | undefined;\n  for',
      },
      {
        find: 'current = update(current, gradients, learningRate);',
        replace: 'last = gradients;',
      },
      {
        find: 'return { parameters: current, losses };',
        replace:
          'if (last !== undefined) current = update(current, last, learningRate);\n  return { parameters: current, losses };',
      },
    ],
  },
  {
    id: 'only-the-first-batch',
    title: 'the epoch ends after its first batch',
    hint: 'How many losses are in your list after one epoch with three batches? Where is the return, inside of the loop or behind it?',
    edits: [
      {
        find: 'current = update(current, gradients, learningRate);',
        replace:
          'current = update(current, gradients, learningRate);\n    return { parameters: current, losses };',
      },
    ],
  },
  {
    id: 'loss-of-all-examples',
    title: 'the losses are those of all examples and not of the batch',
    hint: 'Which examples has the network just seen when you note a loss? Print how many predictions go into it.',
    edits: [
      {
        find: 'losses.push(binaryCrossEntropy(cache.A2, batch.Y));',
        replace: 'losses.push(binaryCrossEntropy(forward(X, current).A2, Y));',
      },
    ],
  },
  {
    id: 'loss-after-the-update',
    title: 'the losses are noted after each update and not before it',
    hint: 'The first loss should tell how the network did on the first batch before it had learned anything from it. Which parameters produced yours?',
    edits: [
      { find: 'losses.push(binaryCrossEntropy(cache.A2, batch.Y));\n', replace: '' },
      {
        find: 'current = update(current, gradients, learningRate);',
        replace:
          'current = update(current, gradients, learningRate);\n    losses.push(binaryCrossEntropy(forward(batch.X, current).A2, batch.Y));',
      },
    ],
  },
  {
    id: 'parameters-written-over',
    title: 'trainEpoch writes into the parameters it was given',
    hint: 'Print the parameters you start from before and after an epoch. Does your step make a new object, or does it fill the old one?',
    edits: [
      {
        find: 'current = update(current, gradients, learningRate);',
        replace: 'current = Object.assign(current, update(current, gradients, learningRate));',
      },
    ],
  },
];
