import { Type } from '@sinclair/typebox';
import { closed, oneOf, recordOf } from '../contract/identity.ts';
import type { PictureKind } from '../contract/kinds.ts';
import { toReal, toTensor, type Value, valueAt } from '../contract/value.ts';

const Settings = closed({
  axis: closed({
    label: Type.String({ minLength: 1 }),
    scale: Type.Optional(oneOf(['linear', 'logarithmic'])),
  }),
  values: recordOf(Type.String(), {
    minProperties: 1,
    maxProperties: 24,
    description: 'Each output that is one number, with its name in the picture.',
  }),
  limit: Type.Optional(closed({ at: Type.Number(), words: Type.String({ minLength: 1 }) })),
});

/** Single numbers of the first case, each beside the reference's. */
export const kind: PictureKind<typeof Settings> = {
  settings: Settings,

  paint({ axis, values, limit }, [first]) {
    if (first === undefined) return null;
    const dots = Object.entries(values).flatMap(([path, name]) => {
      const yours = single(first.returned, path);
      if (yours === null) return [];
      const reference = single(first.expected, path);
      return [
        { name, yours: toReal(yours), reference: reference === null ? null : toReal(reference) },
      ];
    });
    if (dots.length === 0) return null;
    return {
      draw: 'dots',
      axis: { label: axis.label, scale: axis.scale ?? 'linear' },
      shows: 'outputs',
      dots,
      limit: limit ?? null,
    };
  },
};

function single(value: Value, path: string): number | null {
  const found = valueAt(value, path);
  const tensor = found === null ? null : toTensor(found);
  return tensor?.data.length === 1 ? (tensor.data[0] ?? null) : null;
}
