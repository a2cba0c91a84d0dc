import { Type } from '@sinclair/typebox';
import { closed, NameSchema } from './identity.ts';

export type { Mistake } from './author.ts';

/** What `mistakes.ts` exports, as far as it can be seen without the solution. */
export const MistakesSchema = Type.Array(
  closed({
    id: NameSchema,
    title: Type.String({ minLength: 1, maxLength: 120 }),
    hint: Type.String({ minLength: 1, maxLength: 600 }),
    edits: Type.Array(closed({ find: Type.String({ minLength: 1 }), replace: Type.String() }), {
      minItems: 1,
    }),
  }),
);
