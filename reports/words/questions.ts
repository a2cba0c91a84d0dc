import type { CheckResult, Got, Reason } from '../../grader/contract/result.ts';
import { toFloat } from '../../grader/contract/value.ts';

/**
 * A question that may help with a check that looks like no known mistake, or
 * nothing where the sentence about it says all there is.
 */
export function questionAbout(check: CheckResult): string | null {
  const { reason, got } = check;
  if (reason === 'wrong-shape' && isTurned(got?.shape ?? null)) {
    return 'Rows and columns have changed places. Which factor of the product has to be transposed, and do the two stand in the right order?';
  }
  if (reason === 'not-finite' && got?.worst != null) return questionOfNotFinite(got);
  return questionFor(reason);
}

/** What commonly makes such a number, and where to look for it. */
function questionOfNotFinite({ worst, wrong }: Got): string {
  const cause = causeOf(toFloat(worst?.yours ?? 'NaN'));
  if (wrong === null || wrong.of < 2) return `${cause} After which line do you see it first?`;
  return wrong.entries === wrong.of
    ? `${cause} Every entry is hit: what do they all share?`
    : `${cause} What is special about what this entry is made of?`;
}

function causeOf(float: number): string {
  if (Number.isNaN(float)) {
    return 'NaN comes of 0 / 0, of infinities that cancel, of the logarithm of a negative number, or of undefined. Which can that be here?';
  }
  return float > 0
    ? 'Infinity comes of dividing by 0, or of exp of a number above 709. Which can that be here?'
    : '-Infinity comes of the logarithm of exactly 0, or of dividing a negative number by 0. Which can that be here?';
}

/** The question of a reason, whatever came back. */
export function questionFor(reason: Reason): string | null {
  return QUESTIONS[reason] ?? null;
}

function isTurned(shape: { yours: readonly number[]; expected: readonly number[] } | null) {
  const [rows, columns] = shape?.yours ?? [];
  return columns !== undefined && rows === shape?.expected[1] && columns === shape?.expected[0];
}

const STOPPED =
  'Which value is not what you think it is? Print it with console.log just before, run again, and read what your code printed.';
const LEARNING =
  'Does the loss in your list fall from step to step? If it rises, does every parameter move against its gradient?';

const QUESTIONS: Readonly<Partial<Record<Reason, string>>> = {
  'syntax-error': 'Does every bracket that opens close again? Look at the line above, too.',
  'threw-while-loading': STOPPED,
  threw: STOPPED,
  'timed-out': 'What has to happen for the loop to end, and does each round come closer to it?',
  'out-of-memory': 'What grows in each round of the loop, and where does it stop?',
  'not-written': 'Which line of the lesson belongs into this function? Begin with that one alone.',
  'nothing-returned':
    'Which line hands the result back, and does every way through the function reach it?',
  'not-numbers': 'What is in your result besides numbers? Print one entry with console.log.',
  'wrong-shape':
    'Write the shape of each matrix beside its name, line by line. Which is the first that is not the shape in the lesson?',
  'not-finite':
    'Which step divides, takes a logarithm or calls exp? What is the largest number that can arrive there, and the smallest?',
  'values-differ':
    'Follow the small example of the lesson through your code with a pencil. At which line do your numbers leave those of the lesson?',
  'words-differ': 'For this input, which branch does your code take, and why?',
  'gradient-differs':
    'Imagine this one weight a little larger. Does the loss rise or fall, and does the sign of your gradient say the same?',
  'below-threshold': LEARNING,
  'explains-too-little': LEARNING,
  'loss-does-not-fall': LEARNING,
  'does-not-fall':
    'What should make the later number smaller, and does it reach the weights at all?',
  'input-changed':
    'Which call changes the matrix that it is called on? A.add(B) does; Matrix.add(A, B) makes a new one.',
  'not-repeatable':
    'What does your code keep outside of the function, between one call and the next?',
  'outside-the-band':
    'Is this number that of the network you mean, on the data you mean? Print it for the smallest network and for the largest.',
  'rows-do-not-add-up': 'By what is each entry divided, and is it the sum of its own row?',
  'rows-missing':
    'Write the numbers 0 to 6 on seven slips of paper and do with them what your code does. Which slip is left over in the end?',
  'rows-repeated':
    'Write the numbers 0 to 6 on seven slips of paper and do with them what your code does. At which step would you need one of them a second time?',
  'rows-new': 'Where in your code does a row get its numbers, and can two rows be mixed there?',
  'pairs-broken':
    'Follow one single example through your code, with all that belongs to it. Where do its parts go different ways?',
  'order-kept':
    'Print the order twice in a row. Which line makes it, and what is different when that line runs for the second time?',
  'spread-differs':
    'Print the standard deviation of what you draw for 100 inputs, and for 25. By which factor do the two differ, and by which should they?',
};
