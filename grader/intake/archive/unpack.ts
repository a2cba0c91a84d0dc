import { promisify } from 'node:util';
import { crc32, inflateRaw } from 'node:zlib';
import { quoted } from '../quoted.ts';
import { broken } from './broken.ts';
import { type Bytes, CutOff } from './bytes.ts';
import { type ArchivedFile, isBomb } from './contents.ts';

const inflate = promisify(inflateRaw);

const STORED = 0;
const DEFLATED = 8;
const LOCAL_HEADER = 0x04034b50;

/**
 * Unpacks one file into memory, never more than it says that it holds. The caller has
 * held that to a limit.
 *
 * @param label how messages call the archive
 * @throws Refusal where the file is encrypted, damaged or not what the archive says
 */
export async function unpacked(bytes: Bytes, file: ArchivedFile, label: string): Promise<Buffer> {
  const where = `${label} has ${quoted(file.place)}`;
  if (file.isEncrypted) {
    throw broken(where, 'encrypted', 'Ask for it to be packed without a password.');
  }
  if (isBomb(file.unpacked, file.packed)) throw broken(where, 'packed beyond all measure');
  if (file.method !== STORED && file.method !== DEFLATED) {
    const remedy = 'Ask for it to be packed with the means of the operating system.';
    throw broken(where, `packed in a way that is not read (method ${file.method})`, remedy);
  }
  try {
    const content = await contentOf(bytes, file);
    if (content.length === file.unpacked && crc32(content) === file.crc32) return content;
  } catch (error) {
    if (!(error instanceof CutOff || isOfZlib(error))) throw error;
  }
  throw broken(where, 'damaged');
}

async function contentOf(bytes: Bytes, file: ArchivedFile): Promise<Buffer> {
  const header = await bytes.read(file.offset, 30);
  if (header.readUInt32LE(0) !== LOCAL_HEADER) throw new CutOff();
  // The lengths here may differ from those in the table of contents, and count.
  const start = file.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  const packed = await bytes.read(start, file.packed);
  if (file.method === STORED) return packed;
  return inflate(packed, { maxOutputLength: Math.max(1, file.unpacked) });
}

function isOfZlib(error: unknown): boolean {
  if (!(error instanceof Error && 'code' in error && typeof error.code === 'string')) return false;
  return error.code.startsWith('Z_') || error.code === 'ERR_BUFFER_TOO_LARGE';
}
