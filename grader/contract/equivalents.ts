import { type Static, Type } from '@sinclair/typebox';
import { closed, type Frozen } from './identity.ts';

/**
 * `solutions/NN-slug/equivalents.json`: mutants of the solution that lose no points, because
 * they do the same or because the lesson leaves open what they do. A mutant is known by the lines
 * that it changes, so that an entry holds wherever those stand.
 */
export const EquivalentsSchema = Type.Array(
  closed({
    from: Type.String({
      minLength: 1,
      description: 'The lines of the solution, each without the space around it.',
    }),
    to: Type.String({ description: 'The same lines of the mutant.' }),
    reason: Type.String({ minLength: 1, maxLength: 300 }),
  }),
);
export type Equivalent = Frozen<Static<typeof EquivalentsSchema>>[number];
