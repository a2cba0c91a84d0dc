import { Type } from '@sinclair/typebox';
import { closed, oneOf, recordOf } from '../contract/identity.ts';
import type { PictureKind } from '../contract/kinds.ts';
import { type Curves, MOST_POINTS } from '../contract/picture.ts';
import { type Tensor, toReal, toTensor, type Value, valueAt } from '../contract/value.ts';

const Axis = closed({
  label: Type.String({ minLength: 1 }),
  scale: Type.Optional(oneOf(['linear', 'logarithmic'])),
});

const Settings = closed({
  x: closed({
    ...Axis.properties,
    input: Type.Optional(
      Type.String({
        minLength: 1,
        description: 'Place in the input that holds the numbers along x; else they are counted.',
      }),
    ),
  }),
  y: Axis,
  curves: recordOf(Type.String(), {
    minProperties: 1,
    description: 'Each output that is a curve, with its name in the picture.',
  }),
});

/** Numbers of the first case over numbers of its input, or over their places in the list. */
export const kind: PictureKind<typeof Settings> = {
  settings: Settings,

  paint({ x, y, curves }, [first]) {
    if (first === undefined) return null;
    const along = x.input === undefined ? null : tensorAt(first.input, x.input);
    if (x.input !== undefined && along === null) return null;
    const drawn = Object.entries(curves).flatMap(([path, name]) => {
      const yours = curve(tensorAt(first.returned, path), along);
      const reference = curve(tensorAt(first.expected, path), along);
      return [
        ...(yours === null ? [] : [{ name, whose: 'yours' as const, points: yours }]),
        ...(reference === null ? [] : [{ name, whose: 'reference' as const, points: reference }]),
      ];
    });
    if (!drawn.some(({ whose }) => whose === 'yours')) return null;
    return { draw: 'curves', x: axis(x), y: axis(y), curves: drawn };
  },
};

function axis({ label, scale }: { label: string; scale?: Curves['x']['scale'] }): Curves['x'] {
  return { label, scale: scale ?? 'linear' };
}

function tensorAt(value: Value, path: string): Tensor | null {
  const found = valueAt(value, path);
  return found === null ? null : toTensor(found);
}

/** Points in the order of x; of more than fit, evenly chosen ones with the first and the last. */
function curve(
  tensor: Tensor | null,
  along: Tensor | null,
): Curves['curves'][number]['points'] | null {
  if (tensor === null || tensor.data.length === 0) return null;
  if (along !== null && along.data.length !== tensor.data.length) return null;
  const last = tensor.data.length - 1;
  const count = Math.min(tensor.data.length, MOST_POINTS);
  return Array.from({ length: count }, (_, nth) => {
    const at = count === 1 ? 0 : Math.round((nth * last) / (count - 1));
    return { x: along?.data[at] ?? at, y: toReal(tensor.data[at] ?? Number.NaN) };
  }).filter(({ x }) => Number.isFinite(x));
}
