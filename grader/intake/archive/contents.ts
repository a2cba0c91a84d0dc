import { type Entry, fromRandomAccessReaderPromise } from 'yauzl';
import { broken, brokenBecause, tooLarge } from './broken.ts';
import { ArchiveReader, type Bytes } from './bytes.ts';
import { entryName } from './entry-name.ts';
import { type ArchiveLimits, bytesInWords, HARMLESS, LARGEST_RATIO } from './limits.ts';

/** One file of an archive, and all that is needed to unpack it. */
export interface ArchivedFile {
  /** With `/`, below the root of the archive. */
  readonly place: string;
  readonly kind: 'file' | 'link' | 'other';
  readonly isEncrypted: boolean;
  /** 0 is stored, 8 is Deflate. */
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly crc32: number;
  /** Where its header begins. */
  readonly offset: number;
}

/** What an archive says that it holds. */
export interface Contents {
  readonly files: readonly ArchivedFile[];
  /** Those that have an entry of their own. */
  readonly folders: readonly string[];
  /** Entries that nobody should read, in the order of the archive: the first of them, and how many there are. */
  readonly refused: { readonly first: readonly RefusedEntry[]; readonly count: number };
}

export interface RefusedEntry {
  /** Its name as far as it can be read; quote it. */
  readonly shown: string;
  readonly wrong: string;
}

/** Length of the fixed part of a header before a file. */
const HEADER = 30;

/** As many as somebody would read. */
const MOST_REFUSED = 20;

/**
 * Reads the table of contents of a zip archive, and nothing of what it holds.
 *
 * @param label how messages call the archive
 * @throws Refusal where it is not whole, or beyond the limits
 */
export async function contentsOf(
  bytes: Bytes,
  label: string,
  limits: ArchiveLimits,
): Promise<Contents> {
  if (bytes.size > limits.bytes) throw tooLarge(label, limits.bytes);
  const listing = new Listing(bytes.size);
  let entryCount: number;
  try {
    const zip = await fromRandomAccessReaderPromise(new ArchiveReader(bytes), bytes.size, {
      autoClose: false,
      // Names and sizes are judged here, entry by entry: one that is wrong must not hide the rest.
      decodeStrings: false,
      validateEntrySizes: false,
    });
    entryCount = zip.entryCount;
    if (entryCount <= limits.entries) {
      for await (const entry of zip.eachEntry()) listing.add(entry);
    }
  } catch (error) {
    throw await brokenBecause(error, bytes, label);
  }
  if (entryCount > limits.entries) throw broken(label, `has more than ${limits.entries} entries`);
  if (listing.overlaps()) {
    throw broken(label, 'has entries that overlap, as only an archive made to do harm has');
  }
  if (limits.unpacked !== null) {
    if (listing.unpacked > limits.unpacked) {
      throw broken(label, `would unpack to more than ${bytesInWords(limits.unpacked)}`);
    }
    if (isBomb(listing.unpacked, listing.packed)) {
      throw broken(label, `would unpack to more than ${LARGEST_RATIO} times its size`);
    }
  }
  return listing;
}

/** The entries so far. Only what is needed of each is kept: there may be many, with long names. */
class Listing implements Contents {
  readonly files: ArchivedFile[] = [];
  readonly folders: string[] = [];
  readonly refused: { readonly first: RefusedEntry[]; count: number } = { first: [], count: 0 };
  /** Sums over all entries, in bytes. */
  unpacked = 0;
  packed = 0;
  readonly #spans: { readonly start: number; readonly end: number }[] = [];
  readonly #size: number;

  /** @param size of the archive, in bytes */
  constructor(size: number) {
    this.#size = size;
  }

  add(entry: Entry): void {
    const start = entry.relativeOffsetOfLocalHeader;
    const end = start + HEADER + entry.fileNameLength + entry.compressedSize;
    this.#spans.push({ start, end });
    this.unpacked += entry.uncompressedSize;
    this.packed += entry.compressedSize;
    const name = entryName(entry);
    if ('wrong' in name) {
      this.#refuse(name);
      return;
    }
    const wrong = end > this.#size ? BEYOND : wrongKind(entry, name.isFolder);
    if (wrong !== null) this.#refuse({ shown: name.place, wrong });
    else if (name.isFolder) this.folders.push(name.place);
    else this.files.push(archivedFile(entry, name.place));
  }

  #refuse(entry: RefusedEntry): void {
    if (this.refused.first.length < MOST_REFUSED) this.refused.first.push(entry);
    this.refused.count += 1;
  }

  /** Whether bytes belong to two entries, so that a small archive unpacks to a large one. */
  overlaps(): boolean {
    const spans = this.#spans.toSorted((a, b) => a.start - b.start || a.end - b.end);
    return spans.some(({ start }, index) => start < (spans[index - 1]?.end ?? 0));
  }
}

const BEYOND = 'lies beyond the end of the archive';

/** Whether something would unpack to far more than anybody's work does. */
export function isBomb(unpacked: number, packed: number): boolean {
  return unpacked > HARMLESS && unpacked > packed * LARGEST_RATIO;
}

function archivedFile(entry: Entry, place: string): ArchivedFile {
  const mode = typeOf(entry);
  return {
    place,
    kind: mode === LINK ? 'link' : mode === 0 || mode === REGULAR ? 'file' : 'other',
    isEncrypted: entry.isEncrypted(),
    method: entry.compressionMethod,
    packed: entry.compressedSize,
    unpacked: entry.uncompressedSize,
    crc32: entry.crc32,
    offset: entry.relativeOffsetOfLocalHeader,
  };
}

function wrongKind(entry: Entry, isFolder: boolean): string | null {
  if (isFolder && entry.uncompressedSize > 0) return 'is a folder with content of its own';
  if (!isFolder && typeOf(entry) === FOLDER) return 'is a folder that passes for a file';
  return null;
}

/** Systems whose file modes an entry carries: Unix and macOS. */
const WITH_MODES = [3, 19];
const TYPE = 0o170000;
const LINK = 0o120000;
const REGULAR = 0o100000;
const FOLDER = 0o040000;

/** The type of a file in its Unix mode, 0 where it has none. */
function typeOf(entry: Entry): number {
  const system = entry.versionMadeBy >> 8;
  return WITH_MODES.includes(system) ? (entry.externalFileAttributes >>> 16) & TYPE : 0;
}
