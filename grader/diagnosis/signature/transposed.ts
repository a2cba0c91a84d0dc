import type { Signature } from '../../contract/signature.ts';
import type { Tensor } from '../../contract/value.ts';
import { type Compared, isRight, sizesOf } from './compared.ts';
import { agree, EXACT, isInformative, NEARLY } from './exactness.ts';

/** Rows and columns have changed places, and every number is right. */
export function transposed({ name, pairs }: Compared): Signature | null {
  const wrong = pairs.filter((pair) => !isRight(pair));
  const fits = (within: number) =>
    wrong.every(({ yours, due }) => {
      const turned = turn(due);
      const sizes = sizesOf(yours).join() === sizesOf(turned).join();
      return sizes && agree(yours.data, turned.data, within);
    });
  const entries = pairs.flatMap(({ due }) => due.data);
  if (wrong.length === 0 || !isInformative(entries) || !fits(NEARLY)) return null;
  return { kind: 'transposed', outputs: [name], exact: fits(EXACT) };
}

function turn(tensor: Tensor): Tensor {
  const [rows, columns] = sizesOf(tensor);
  const data = Array.from({ length: columns }, (_, column) =>
    Array.from({ length: rows }, (_, row) => tensor.data[row * columns + column] ?? Number.NaN),
  );
  return { shape: [columns, rows], data: data.flat() };
}
