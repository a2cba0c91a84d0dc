import { type FileHandle, open, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { type Static, type TSchema, Type } from '@sinclair/typebox';
import { closed, type Frozen, GRADER_VERSION, recordOf } from '../../contract/identity.ts';
import { ResultSchema } from '../../contract/result.ts';
import { firstProblem } from '../../contract/validator.ts';
import { cannotWrite, writeWhole } from '../write.ts';
import { type Asked, AskedSchema } from './asked.ts';
import { GO_ON, MAKE_ROOM } from './files.ts';

// A schema has its name once: within another one it goes without.
const { $id: _, ...BriefSchema } = ResultSchema;

const EntrySchema = closed({
  /** Of the hand-in. */
  id: Type.String(),
  /** What its files are called. */
  name: Type.String(),
  /** Fingerprints of what was handed in, of what it was graded with, and of what it was asked. */
  submission: Type.String(),
  conditions: Type.String(),
  questions: Type.String(),
  /** Bytes of every file that was written for it, by its place in the folder of the class. */
  files: recordOf(Type.Integer()),
  /** Fingerprint of the mark that its pages show; `null` where they show none. */
  mark: Type.Union([Type.String(), Type.Null()]),
  /** What the class page needs of its result. */
  brief: Type.Unsafe<Static<typeof ResultSchema>>(BriefSchema),
  /** Milliseconds by stage, and the whole. */
  times: recordOf(Type.Number()),
});
/** What came of one hand-in. */
export type Entry = Frozen<Static<typeof EntrySchema>>;

const HeadSchema = closed({
  schema: Type.Literal('chainrule/journal'),
  version: Type.Literal(1),
  grader: Type.Literal(GRADER_VERSION),
  asked: AskedSchema,
});
type Head = Frozen<Static<typeof HeadSchema>>;

const PLACE = path.join('instructor', 'journal.jsonl');

/**
 * What is finished of a class, one line each. A line is added when all files of its
 * hand-in are on the disk, so that whatever ends the program, what is told here is
 * there; a line that was cut off is as good as none.
 */
export class Journal {
  readonly #handle: FileHandle;
  readonly #file: string;
  readonly #asked: Asked;
  readonly #entries: Map<string, Entry>;
  /** Bytes of all whole lines. */
  #size: number;
  #turn: Promise<unknown> = Promise.resolve();

  private constructor(handle: FileHandle, file: string, asked: Asked, known: readonly Entry[]) {
    this.#handle = handle;
    this.#file = file;
    this.#asked = asked;
    this.#size = Buffer.byteLength(textOf(asked, known));
    this.#entries = new Map(known.map((entry) => [entry.id, entry]));
  }

  /**
   * Opens the journal of a class.
   *
   * @param fresh whether what an earlier run has finished is forgotten
   * @throws Refusal where nothing can be written
   */
  static async open(out: string, asked: Asked, fresh: boolean): Promise<Journal> {
    const file = path.join(out, PLACE);
    const known = fresh ? [] : (await linesOf(file)).entries;
    // What was cut off at its end is not to run into the next line.
    await writeWhole({ [file]: textOf(asked, known) }, MAKE_ROOM);
    try {
      return new Journal(await open(file, 'a'), file, asked, known);
    } catch (error) {
      throw cannotWrite(file, error, MAKE_ROOM);
    }
  }

  /** What the last run into this folder was asked for, or `null` where there was none. */
  static async asked(out: string): Promise<Asked | null> {
    return (await linesOf(path.join(out, PLACE))).asked;
  }

  /** What was finished of a hand-in, under whatever conditions. */
  entry(id: string): Entry | null {
    return this.#entries.get(id) ?? null;
  }

  /** What is finished of a hand-in under the same conditions, and lies there as it was written. */
  async finished(
    out: string,
    id: string,
    like: Pick<Entry, 'name' | 'submission' | 'conditions'>,
  ): Promise<Entry | null> {
    const entry = this.#entries.get(id);
    const { name, submission, conditions } = like;
    if (entry?.conditions !== conditions) return null;
    if (entry.submission !== submission || entry.name !== name) return null;
    for (const [file, bytes] of Object.entries(entry.files)) {
      const there = await stat(path.join(out, file)).catch(() => null);
      if (there?.size !== bytes) return null;
    }
    return entry;
  }

  /** Adds what is finished, and returns when it is on the disk. @throws Refusal where the disk takes no more */
  add(entry: Entry): Promise<void> {
    // One after the other: what is taken back must not take another line with it.
    const turn = this.#turn.then(() => this.#append(entry));
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  async #append(entry: Entry): Promise<void> {
    const line = `${JSON.stringify(entry)}\n`;
    try {
      await this.#handle.appendFile(line);
      await this.#handle.datasync();
    } catch (error) {
      await this.#handle.truncate(this.#size).catch(() => undefined);
      throw cannotWrite(this.#file, error, GO_ON);
    }
    this.#size += Buffer.byteLength(line);
    this.#entries.set(entry.id, entry);
  }

  /** Leaves the lines of these hand-ins in their order, whatever order they came in. */
  async tidy(ids: readonly string[]): Promise<void> {
    const kept = ids.flatMap((id) => this.#entries.get(id) ?? []);
    await writeWhole({ [this.#file]: textOf(this.#asked, kept) }, GO_ON);
  }

  async close(): Promise<void> {
    await this.#handle.close();
  }
}

function textOf(asked: Asked, entries: readonly Entry[]): string {
  const head: Head = { schema: 'chainrule/journal', version: 1, grader: GRADER_VERSION, asked };
  return [head, ...entries].map((line) => `${JSON.stringify(line)}\n`).join('');
}

/** Lines of a journal of this version; a journal that is none of it has none. */
async function linesOf(
  file: string,
): Promise<{ readonly asked: Asked | null; readonly entries: readonly Entry[] }> {
  const [first = '', ...rest] = (await readFile(file, 'utf8').catch(() => '')).split('\n');
  const head = lineAs<typeof HeadSchema>(HeadSchema, first);
  if (head === null) return { asked: null, entries: [] };
  return {
    asked: head.asked,
    entries: rest.flatMap((line) => lineAs<typeof EntrySchema>(EntrySchema, line) ?? []),
  };
}

function lineAs<Schema extends TSchema>(
  schema: Schema,
  line: string,
): Frozen<Static<Schema>> | null {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return null;
  }
  // It has just been held to the schema that the type is made of.
  return firstProblem(schema, value) === null ? (value as Frozen<Static<Schema>>) : null;
}
