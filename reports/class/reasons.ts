import type { Reason } from '../../grader/contract/result.ts';

/**
 * What happened, in a few words to an instructor. The sentences of
 * `words/student.ts` tell one student about one output; these count for many.
 */
export const REASONS_IN_WORDS: Readonly<Record<Reason, string>> = {
  'as-expected': 'as expected',

  'file-missing': 'the file is missing',
  'file-refused': 'the file cannot be read',
  'syntax-error': 'the file cannot be read as a program',
  'forbidden-import': 'it imports what the exercise cannot import',
  'threw-while-loading': 'it stops with an error while it is loaded',
  'stopped-while-loading': 'it had to be stopped while it was loaded',
  'export-missing': 'a function of the stub is not exported',
  'not-written': 'it is not written yet',

  threw: 'it stops with an error',
  'timed-out': 'it does not come to an end in time',
  'out-of-memory': 'it uses up its memory',
  'too-much-output': 'it returns far more than it should',
  'ended-early': 'it ends without an answer',
  'not-reached': 'it was not tried to its end, because the code had to be stopped before',

  'nothing-returned': 'nothing is returned',
  'not-numbers': 'what is returned cannot be read as numbers',
  'wrong-shape': 'the shape is wrong',
  'not-finite': 'a number is not finite',
  'values-differ': 'the values differ from the reference',
  'words-differ': 'the words differ from those of the reference',
  'gradient-differs': 'the gradient differs from the measured slope',
  'below-threshold': 'the trained network gets too few new points right',
  'explains-too-little': 'the trained network explains too little of the new values',
  'loss-does-not-fall': 'the loss on new points does not fall',
  'does-not-fall': 'a number that should fall does not',
  'input-changed': 'the function changes what it is given',
  'not-repeatable': 'a second call returns something else',
  'rows-do-not-add-up': 'the rows do not add up to 1',
  'rows-missing': 'examples are lost on the way',
  'rows-repeated': 'examples come back more than once',
  'rows-new': 'examples come back that were never given',
  'pairs-broken': 'what belongs to one example is torn apart',
  'order-kept': 'the order of the examples is not a new one',
  'spread-differs': 'the numbers are spread otherwise than theory says',
  'outside-the-band': 'a number lies outside the band that it has to lie in',
  'not-a-data-set': 'the data set is none that can be learned from',
  'fits-a-line': 'a straight line tells the two classes of the data set apart',
  'no-network-fits': 'a small network does not learn the data set',
  'forbidden-name': 'it uses a name that the exercise asks not to use',
  'name-missing': 'a function that the exercise asks for is not there',

  'reference-failed': 'the reference itself gave no answer',
  'too-many-kinks': 'the measured slopes were not clear enough to judge by',
  'no-such-probe': 'the exercise asks for a probe that it does not have',

  'waits-for-exercise': 'it waits for an earlier exercise',
};
