import type { Signature } from '../../grader/contract/result.ts';
import { becauseOf, endOf, inWords, nameIn, namesIn, questionOf, timesInWords } from './factors.ts';

/** What wrong numbers look like, as a title is worded: within a sentence and without its full stop. */
export interface Clue {
  readonly title: string;
  /** A question that may help; never the repair. */
  readonly hint: string;
}

/** What numbers look like that are those of no known mistake; two clues fit equally well. */
export function clueIn(signatures: readonly Signature[]): Clue | null {
  const clues = signatures.map(wordsFor);
  return clues.length === 0
    ? null
    : {
        title: clues.map(({ title }) => title).join('; and what fits just as well: '),
        hint: clues.map(({ hint }) => hint).join(' Or: '),
      };
}

function wordsFor(signature: Signature): Clue {
  const { outputs } = signature;
  const names = namesIn(outputs);
  const [is, has, holds] = outputs.length === 1 ? ['is', 'has', 'holds'] : ['are', 'have', 'hold'];
  switch (signature.kind) {
    case 'ratio': {
      const { factor, exact } = signature;
      const how = exact ? 'exactly' : 'very nearly';
      return {
        title: `${names} ${is} ${how} ${timesInWords(factor, outputs.length)}${becauseOf(factor)}`,
        hint: questionOf(factor),
      };
    }
    case 'transposed':
      return {
        title: `${names} ${holds} the numbers of the reference${signature.exact ? '' : ' very nearly'}, with rows and columns in each other's place`,
        hint: 'The numbers themselves are right. Which shape does the table of the lesson give, and what makes yours the other way round?',
      };
    case 'shape': {
      const { axis, size, quantities, folds } = signature;
      const many =
        quantities.length === 0 ? '' : `; ${size} is ${quantities.map(inWords).join(' and also ')}`;
      const fold =
        folds === null
          ? ''
          : `${many === '' ? ';' : ', and'} ${folds === 'sum' ? 'added up' : 'averaged'}, they are exactly what is due`;
      return {
        title: `${names} ${has} ${size} ${size === 1 ? axis.slice(0, -1) : axis}${many}${fold}`,
        hint: `For what should there be one ${axis === 'rows' ? 'row' : 'column'} each, and what has to become of the others?`,
      };
    }
    case 'zero':
      return signature.where === 'everywhere'
        ? {
            title: `${names} ${is} 0 everywhere, where the reference is not`,
            hint: 'Which line should put the first other number there, and does it run?',
          }
        : {
            title: `the only wrong entries of ${names} are those that are 0 where the reference is not`,
            hint: 'What have the places in common at which yours is 0, and what switches them off?',
          };
    case 'not-zero':
      return {
        title: `the only wrong entries of ${names} are those that should be 0 and are not`,
        hint: 'What have these places in common, and what should switch them off?',
      };
    case 'only-where': {
      const of = nameIn(signature.of);
      const example = { negative: 'is -2', positive: 'is 2', zero: 'is exactly 0' }[signature.sign];
      return {
        title: `${names} ${is} wrong only where ${of} is ${signature.sign}, and right everywhere else`,
        hint: `Take an entry where ${of} ${example}: what should come out by hand, and which way does your code take?`,
      };
    }
    case 'only-at':
      return {
        title: `only the ${signature.place} of ${names} is wrong`,
        hint: 'Where do your loops begin and end, and what is special about what stands there?',
      };
    case 'same-as': {
      const others = namesIn(signature.others);
      const [itself, them] = outputs.length === 1 ? ['', 'it'] : [', in this order,', 'them'];
      const isOwn = signature.others.every(
        (other, at) => endOf(other) === endOf(outputs[at] ?? ''),
      );
      return signature.whose === 'given'
        ? {
            title: isOwn
              ? `${names} ${is} exactly as your function was given ${them}`
              : `${names} ${is}${itself} exactly ${others}, which your function was given`,
            hint: 'Which line should have made something else of it, and does what that line makes reach your result?',
          }
        : {
            title: `what you return as ${names} is exactly what is due as ${others}`,
            hint: 'Which step of the lesson lies between the two names, and which of the two does each line of yours speak of?',
          };
    }
    case 'shifted':
      return {
        title: `${names} ${SHIFTS[signature.by]}`,
        hint: 'To which moment does the first number of your list belong, and to which the last?',
      };
    case 'difference': {
      const others = namesIn(signature.others);
      const [order, each] = outputs.length === 1 ? ['', ''] : [', in this order,', ', each'];
      return {
        title: `your ${names} ${is} off${order} by ${others}${each} times a number, the same one for all entries of a case`,
        hint: `Which terms of the formula have ${others} in them, and how often does each of them stand in your code?`,
      };
    }
    case 'own-loss': {
      const { loss, factor } = signature;
      return {
        title: `${namesIn([loss, ...outputs])} are all exactly ${timesInWords(factor, 2)}${becauseOf(factor)}. These are the right gradients, but of another loss`,
        hint: 'Your loss and your gradients agree with each other. In what does your loss differ from that of the lesson?',
      };
    }
    case 'alone':
      return {
        title: `${names} alone is wrong; ${namesIn(signature.right)} are right`,
        hint: `What goes into ${names} that goes into nothing else?`,
      };
  }
}

const SHIFTS: Readonly<Record<Extract<Signature, { kind: 'shifted' }>['by'], string>> = {
  'one later': 'holds in each place what is due one place later',
  'one earlier': 'holds in each place what is due one place earlier',
  'one more at the start': 'holds what is due, and one number more at the start',
  'one more at the end': 'holds what is due, and one number more at the end',
  'the first lacks': 'holds what is due but for the first number',
  'the last lacks': 'holds what is due but for the last number',
};
