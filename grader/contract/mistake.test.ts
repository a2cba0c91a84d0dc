import type { Static } from '@sinclair/typebox';
import { expectTypeOf, test } from 'vitest';
import type { Mistake } from './author.ts';
import type { Frozen } from './identity.ts';
import type { MistakesSchema } from './mistake.ts';

test('what authors write is what the schema asks for', () => {
  expectTypeOf<Frozen<Static<typeof MistakesSchema>>>().toEqualTypeOf<readonly Mistake[]>();
});
