import { type Static, Type } from '@sinclair/typebox';
import { closed, type Frozen, oneOf } from './identity.ts';

const place = {
  line: Type.Integer({ minimum: 1 }),
  column: Type.Integer({ minimum: 1 }),
};

/** Names that reach past the exercise: behind the wall most are absent, and the others lead nowhere. */
export const AMBIENT_NAMES = [
  'Math.random',
  'Date',
  'performance',
  'eval',
  'Function',
  'process',
  'require',
  'import()',
  'globalThis',
  'WebAssembly',
] as const;

/** What reading a student's source says, without running it. */
export const FactsSchema = closed({
  syntaxErrors: Type.Array(closed({ ...place, message: Type.String() })),
  exports: Type.Array(
    closed({
      name: Type.String(),
      /** Declared parameters of an exported function; `null` for anything else. */
      parameters: Type.Union([Type.Integer({ minimum: 0 }), Type.Null()]),
      line: Type.Integer({ minimum: 1 }),
      /** The line it ends on. */
      last: Type.Integer({ minimum: 1 }),
    }),
  ),
  imports: Type.Array(closed({ ...place, from: Type.String(), allowed: Type.Boolean() })),
  uses: Type.Array(closed({ ...place, name: oneOf(AMBIENT_NAMES) })),
  /** Type errors against the stub's own signatures: advice, never points. */
  advice: Type.Array(closed({ ...place, code: Type.Integer(), message: Type.String() })),
});
export type Facts = Frozen<Static<typeof FactsSchema>>;
