import type { Signature } from '../../contract/signature.ts';
import type { Tensor } from '../../contract/value.ts';
import { type Compared, type Pair, type Surroundings, sizesOf } from './compared.ts';
import { agree, isInformative } from './exactness.ts';
import { quantitiesOf } from './quantities.ts';

/** One axis is as long as something else that was given. */
export function shape({ name, pairs }: Compared, { given }: Surroundings): Signature | null {
  // How long a list is says little: what is missing or too much there is told otherwise.
  if (pairs.some(({ due }) => due.shape.length < 2)) return null;
  const axes = new Set(pairs.map(wrongAxis));
  const [axis] = axes;
  if (axes.size !== 1 || axis == null) return null;
  const lengths = pairs.map(({ yours }) => sizesOf(yours)[axis === 'rows' ? 0 : 1]);
  const [size = 0] = lengths;
  const quantities = quantitiesOf(lengths, given).filter(({ is }) => is !== 'value');
  const folds = foldOf(pairs, axis);
  if (quantities.length === 0 && folds === null) return null;
  return { kind: 'shape', outputs: [name], axis, size, quantities, folds };
}

/** The axis in which a shape is wrong where the other is right. */
function wrongAxis({ yours, due }: Pair): 'rows' | 'columns' | null {
  const [rows, columns] = sizesOf(yours);
  const [dueRows, dueColumns] = sizesOf(due);
  if ((rows === dueRows) === (columns === dueColumns)) return null;
  return rows === dueRows ? 'columns' : 'rows';
}

/** What would have to be done along an axis that should have one entry. */
function foldOf(pairs: readonly Pair[], axis: 'rows' | 'columns'): 'sum' | 'mean' | null {
  if (!isInformative(pairs.flatMap(({ due }) => due.data))) return null;
  const at = axis === 'rows' ? 0 : 1;
  if (pairs.some(({ yours, due }) => sizesOf(due)[at] !== 1 || sizesOf(yours)[at] < 2)) return null;
  const fits = (share: (length: number) => number) =>
    pairs.every(({ yours, due }) => {
      const factor = share(sizesOf(yours)[at]);
      return agree(
        totals(yours, axis).map((total) => total * factor),
        due.data,
      );
    });
  if (fits(() => 1)) return 'sum';
  return fits((length) => 1 / length) ? 'mean' : null;
}

function totals(tensor: Tensor, axis: 'rows' | 'columns'): readonly number[] {
  const [rows, columns] = sizesOf(tensor);
  const sums = Array.from({ length: axis === 'rows' ? columns : rows }, () => 0);
  tensor.data.forEach((entry, at) => {
    const place = axis === 'rows' ? at % columns : Math.floor(at / columns);
    sums[place] = (sums[place] ?? 0) + entry;
  });
  return sums;
}
