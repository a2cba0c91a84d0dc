import { readFile, rename } from 'node:fs/promises';
import { Type } from '@sinclair/typebox';
import { closed, ExerciseSlugSchema } from '../../contract/identity.ts';
import { firstProblem } from '../../contract/validator.ts';
import type { Kept, WatchState } from '../../watch/state.ts';
import { writeWhole } from '../write.ts';

const SavedSchema = closed({
  schema: Type.Literal('chainrule/watch'),
  version: Type.Literal(1),
  course: Type.String(),
  exercise: ExerciseSlugSchema,
  cause: Type.Union([Type.String(), Type.Null()]),
  opened: Type.Integer({ minimum: 0 }),
});

/** Where a watch keeps where its student was; how far the work is, the files alone say. */
export class Saved {
  readonly #file: string;
  readonly #course: string;
  #written = '';
  #writing: Promise<void> = Promise.resolve();

  /** @param course its name: what was kept of another one does not fit */
  constructor(file: string, course: string) {
    this.#file = file;
    this.#course = course;
  }

  /** What an earlier watch kept, and a word about it where that is broken. */
  async read(): Promise<{ readonly kept: Kept | null; readonly notice: string | null }> {
    const nothing = { kept: null, notice: null };
    let text: string;
    try {
      text = await readFile(this.#file, 'utf8');
    } catch {
      // There is none yet, or none that can be read: it is written anew.
      return nothing;
    }
    const data = jsonOrNull(text);
    if (firstProblem(SavedSchema, data) !== null)
      return { kept: null, notice: await this.#setAside() };
    // Held to the schema in the line above.
    const { course, exercise, cause, opened } = data as Kept & { readonly course: string };
    return course === this.#course ? { kept: { exercise, cause, opened }, notice: null } : nothing;
  }

  /**
   * Keeps where the student is, where that is not what was kept last.
   *
   * @throws Refusal when the place cannot be written to
   */
  keep({ current: exercise, cause, opened }: WatchState): Promise<void> {
    const kept = { exercise, cause, opened };
    const text = `${JSON.stringify({ schema: 'chainrule/watch', version: 1, course: this.#course, ...kept })}\n`;
    if (text !== this.#written) {
      this.#written = text;
      this.#writing = this.#writing
        .catch(() => undefined)
        .then(() => writeWhole({ [this.#file]: text }));
    }
    return this.#writing;
  }

  async #setAside(): Promise<string> {
    const aside = `${this.#file}.broken`;
    const moved = await rename(this.#file, aside).then(
      () => `; it was set aside as ${aside}`,
      () => '',
    );
    return `${this.#file} was broken${moved}. Begun anew.`;
  }
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
