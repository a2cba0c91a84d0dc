import { type Static, Type } from '@sinclair/typebox';
import { closed, type Frozen, NameSchema } from './identity.ts';

/**
 * A known wrong solution, kept as a small edit of the right one. `find` stands
 * exactly once in `solution.ts`. The hint is a question, never the repair.
 */
export const MistakeSchema = closed({
  id: NameSchema,
  title: Type.String({ minLength: 1, maxLength: 120 }),
  hint: Type.String({ minLength: 1, maxLength: 600 }),
  edits: Type.Array(closed({ find: Type.String({ minLength: 1 }), replace: Type.String() }), {
    minItems: 1,
  }),
});
export type Mistake = Frozen<Static<typeof MistakeSchema>>;

export const MistakesSchema = Type.Array(MistakeSchema);
