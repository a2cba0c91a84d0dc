import type { Factor, Quantity } from '../../grader/contract/result.ts';
import { toFloat } from '../../grader/contract/value.ts';
import { short } from './numbers.ts';
import { listed } from './phrases.ts';

/** "7 times that of the reference", "1/7 of those of the reference", "minus that of the reference". */
export function timesInWords(
  { number, quantities, inverse, negative }: Factor,
  outputs: number,
): string {
  const [quantity] = quantities;
  const due = `${outputs === 1 ? 'that' : 'those'} of the reference`;
  const minus = negative ? 'minus ' : '';
  if (number === null) {
    return quantity === undefined
      ? `${due} times a number, the same one for all entries of a case`
      : `${minus}${due} ${inverse ? 'divided by' : 'times'} ${inWords(quantity)}`;
  }
  const size = Math.abs(toFloat(number));
  if (size === 1) return `${minus}${due}`;
  if (size === 2) return `${minus}twice ${due}`;
  if (size === 0.5) return `${minus}half of ${due}`;
  return inverse ? `${minus}1/${short(1 / size)} of ${due}` : `${minus}${short(size)} times ${due}`;
}

/** "; 7 is the number of examples". */
export function becauseOf({ number, quantities, inverse }: Factor): string {
  if (number === null || quantities.length === 0) return '';
  const size = Math.abs(toFloat(number));
  const value = inverse ? 1 / size : size;
  const also = value === 2 ? 'also ' : '';
  return `; ${short(value)} is ${also}${quantities.map(inWords).join(' and also ')}`;
}

/** A question about what a factor may come from. */
export function questionOf({ number, quantities }: Factor): string {
  const size = number === null ? null : Math.abs(toFloat(number));
  if (quantities.length > 0 && size !== 2 && size !== 0.5) {
    return `Where does ${quantities.map(inWords).join(', or ')} come into your formula, and how often should it?`;
  }
  return number !== null && toFloat(number) === -1
    ? 'Follow the sign of one entry back, line by line. At which line does it turn?'
    : 'By which numbers does your code multiply or divide on the way, and which of them does the lesson have?';
}

/** What has a value: "the number of examples (rows of X)", "the learningRate that was given". */
export function inWords({ is, of }: Quantity): string {
  if (is === 'value') return `the ${nameIn(of)} that was given`;
  const end = endOf(of);
  return is === 'rows' && (end === 'X' || end === 'Y')
    ? `the number of examples (rows of ${end})`
    : `the number of ${is} of ${nameIn(of)}`;
}

/** The last step of a path. */
export function endOf(path: string): string {
  return path.split('.').at(-1) ?? path;
}

/** Paths in a list. */
export function namesIn(paths: readonly string[]): string {
  return listed(paths.map(nameIn));
}

/** A path as a student reads it: `layers.0.W` is `layers[0].W`. */
export function nameIn(path: string): string {
  return path.replace(/\.(\d+)(?=\.|$)/g, '[$1]');
}
