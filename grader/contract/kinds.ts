import type { Static, TSchema } from '@sinclair/typebox';
import type { CheckKind, JudgedCase } from './check-kind.ts';
import type { Frozen } from './identity.ts';
import type { Painting } from './picture.ts';

/**
 * A kind of picture: a file in `grader/pictures` that exports one as `kind`. Like
 * a kind of check it sees data alone, and a picture costs no points.
 */
export interface PictureKind<Schema extends TSchema = TSchema> {
  /** Schema of `with` in the manifest. */
  readonly settings: Schema;
  /** What is to be drawn, or `null` where what came back cannot be. */
  paint(settings: Frozen<Static<Schema>>, cases: readonly JudgedCase[]): Painting | null;
}

/** What a course asks with and draws with, by name. */
export interface Kinds {
  readonly checks: ReadonlyMap<string, CheckKind>;
  readonly pictures: ReadonlyMap<string, PictureKind>;
}
