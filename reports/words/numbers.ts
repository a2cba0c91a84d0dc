import type { Thousandths } from '../../grader/contract/identity.ts';
import { type Real, toFloat } from '../../grader/contract/value.ts';

/** Points without needless zeros: 12500 thousandths are "12.5". */
export function points(amount: Thousandths): string {
  return String(decimal(amount));
}

/** The same as a number: the one next to that decimal, which every program writes as it. */
export function decimal(amount: Thousandths): number {
  return amount / 1000;
}

/** A number to four digits, the same in every locale: "0.3737", "1e-5", "1.25e-9", "NaN". */
export function short(real: Real): string {
  const number = toFloat(real);
  if (!Number.isFinite(number)) return String(number);
  // Nobody counts more zeros than that.
  const small = number !== 0 && Math.abs(number) < 1e-4;
  const text = small ? number.toExponential(3) : number.toPrecision(4);
  const [mantissa = '', exponent] = text.split('e');
  // Trailing zeros say nothing: 0.5000 is 0.5, and 1.000e-7 is 1e-7.
  const digits = mantissa.includes('.') ? mantissa.replace(/\.?0+$/, '') : mantissa;
  return exponent === undefined ? digits : `${digits}e${exponent}`;
}

/** A share as a percentage with at most one decimal: 0.8266 is "82.7 %". */
export function percent(share: number): string {
  return `${Math.round(share * 1000) / 10} %`;
}

/** A shape in words: "a 7 x 3 matrix", "a list of 5 numbers", "a single number". */
export function shape(sizes: readonly number[]): string {
  const [rows, columns] = sizes;
  if (rows === undefined) return 'a single number';
  if (columns !== undefined) return `a ${rows} x ${columns} matrix`;
  return rows === 1 ? 'a list of one number' : `a list of ${rows} numbers`;
}

/** How a student reads one entry of an output: `dW1.get(1, 2)`, `losses[3]`, `loss`. */
export function entry(name: string, index: readonly number[]): string {
  const [row, column] = index;
  if (row === undefined) return name;
  return column === undefined ? `${name}[${row}]` : `${name}.get(${row}, ${column})`;
}
