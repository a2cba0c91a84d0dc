import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { RandomAccessReader } from 'yauzl';
import { unreadable } from '../read-text.ts';

/** Bytes that can be read in any order: an open file, or memory. */
export interface Bytes {
  readonly size: number;
  /** @throws CutOff where they end before that */
  read(position: number, length: number): Promise<Buffer>;
}

/** Lends the bytes of an archive for as long as `use` takes. */
export type ByteSource = <T>(use: (bytes: Bytes) => Promise<T>) => Promise<T>;

/** Something was looked for where there are no bytes. */
export class CutOff extends Error {
  override readonly name = 'CutOff';
}

/** The bytes of a file, which is open only while they are used: a class may have hundreds. */
export function fileSource(file: string): ByteSource {
  return async (use) => {
    const handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK).catch((error) => {
      throw unreadable(error, file);
    });
    try {
      const { size } = await handle.stat();
      return await use({
        size,
        async read(position, length) {
          assertWithin(size, position, length);
          const buffer = Buffer.alloc(length);
          const { bytesRead } = await handle.read(buffer, 0, length, position);
          if (bytesRead < length) throw new CutOff();
          return buffer;
        },
      });
    } finally {
      await handle.close();
    }
  };
}

/** Bytes that lie in memory already. */
export function memorySource(buffer: Buffer): ByteSource {
  return (use) =>
    use({
      size: buffer.length,
      async read(position, length) {
        assertWithin(buffer.length, position, length);
        return buffer.subarray(position, position + length);
      },
    });
}

function assertWithin(size: number, position: number, length: number): void {
  const within = Number.isSafeInteger(position) && position >= 0 && position + length <= size;
  if (!within) throw new CutOff();
}

/** A table of contents is read in thousands of small pieces, one after the other. */
const AHEAD = 64 * 1024;

/** How the zip library reads {@link Bytes}: checked, because what it asks for comes out of the archive. */
export class ArchiveReader extends RandomAccessReader {
  readonly #bytes: Bytes;
  #ahead: { readonly start: number; readonly buffer: Buffer } = {
    start: 0,
    buffer: Buffer.alloc(0),
  };

  constructor(bytes: Bytes) {
    super();
    this.#bytes = bytes;
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void,
  ): void {
    this.#piece(position, length).then(
      (piece) => {
        piece.copy(buffer, offset);
        callback(null);
      },
      (error: Error) => callback(error),
    );
  }

  async #piece(position: number, length: number): Promise<Buffer> {
    assertWithin(this.#bytes.size, position, length);
    const { start, buffer } = this.#ahead;
    if (position < start || position + length > start + buffer.length) {
      const much = Math.min(Math.max(length, AHEAD), this.#bytes.size - position);
      this.#ahead = { start: position, buffer: await this.#bytes.read(position, much) };
    }
    const from = position - this.#ahead.start;
    return this.#ahead.buffer.subarray(from, from + length);
  }
}
