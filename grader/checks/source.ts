import { Type } from '@sinclair/typebox';
import type { CheckKind } from '../contract/check-kind.ts';
import { AMBIENT_NAMES } from '../contract/facts.ts';
import { closed, oneOf } from '../contract/identity.ts';
import { isNothing } from '../contract/value.ts';

const Settings = closed({
  forbids: Type.Optional(
    Type.Array(oneOf(AMBIENT_NAMES), {
      minItems: 1,
      description: 'Names that may not stand in the file.',
    }),
  ),
  exports: Type.Optional(
    Type.Array(closed({ name: Type.String(), parameters: Type.Integer({ minimum: 0 }) }), {
      minItems: 1,
      description: 'Functions that must be exported, with their number of parameters.',
    }),
  ),
});

/** Whether the source says what it must and nothing that it must not; give it a probe, so that a stub cannot pass, nor one emptied of its errors. */
export const kind: CheckKind<typeof Settings> = {
  settings: Settings,

  tried: ({ forbids, exports }) => ({
    against: 'the source',
    output: [...(forbids ?? []), ...(exports ?? []).map(({ name }) => name)].join(', '),
  }),

  judge({ settings, cases, facts }) {
    const at = cases.findIndex(({ returned }) => isNothing(returned));
    if (at >= 0)
      return { status: 'fail', reason: 'nothing-returned', got: { case: at, words: 'nothing' } };
    if (facts === null) return { status: 'error', reason: 'reference-failed', got: {} };
    for (const wanted of settings.exports ?? []) {
      const found = facts.exports.find(({ name }) => name === wanted.name);
      if (found === undefined || found.parameters !== wanted.parameters) {
        const place = found === undefined ? null : { line: found.line, column: 1 };
        return { status: 'fail', reason: 'name-missing', got: { names: [wanted.name], place } };
      }
    }
    const use = facts.uses.find(({ name }) => settings.forbids?.includes(name));
    if (use === undefined) return { status: 'pass', got: {} };
    const place = { line: use.line, column: use.column };
    return { status: 'fail', reason: 'forbidden-name', got: { names: [use.name], place } };
  },
};
