import { crc32, deflateRawSync } from 'node:zlib';

/** An entry of a zip archive, and in what it is not as it should be. */
export interface ZipEntry {
  readonly name: string | Buffer;
  readonly content?: string | Buffer;
  /** 8 (Deflate) unless told otherwise; 0 is stored. Content of others stands as it is. */
  readonly method?: number;
  /** Names are UTF-8 and say so (0x800), unless told otherwise. */
  readonly flags?: number;
  /** Unix mode, from Unix; otherwise the entry is from DOS. */
  readonly mode?: number;
  /** What both headers claim. */
  readonly crc32?: number;
  readonly packed?: number;
  readonly unpacked?: number;
  /** What the table of contents claims. */
  readonly offset?: number;
  readonly extra?: Buffer;
  /** What stands before the file, where it is not this header. */
  readonly signature?: number;
}

/** How the end of an archive departs from what it should be. */
export interface ZipEnd {
  readonly comment?: string;
  readonly commentLength?: number;
  readonly disk?: number;
  readonly count?: number;
  readonly directory?: number;
  readonly behind?: Buffer;
  /** Also writes the larger numbers of zip64, with these in it. */
  readonly zip64?: { readonly count?: bigint; readonly directory?: bigint; readonly at?: bigint };
}

const UTF8 = 0x800;

/** A zip archive, byte for byte, with whatever faults a test asks for. */
export function zipOf(entries: readonly ZipEntry[], end: ZipEnd = {}): Buffer {
  const locals: Buffer[] = [];
  const table: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const local = localOf(entry);
    table.push(tableRow(entry, offset));
    locals.push(local);
    offset += local.length;
  }
  return Buffer.concat([...locals, ...table, endOf(entries.length, offset, table, end)]);
}

/** A zip archive of these texts, without a fault. */
export function packed(files: Readonly<Record<string, string | Buffer>>): Buffer {
  return zipOf(Object.entries(files).map(([name, content]) => ({ name, content })));
}

function partsOf(entry: ZipEntry) {
  const content = Buffer.from(entry.content ?? '');
  const method = entry.method ?? 8;
  const data = method === 8 ? deflateRawSync(content) : content;
  const name = Buffer.from(entry.name);
  return {
    name,
    data,
    // From the version on, both headers have these fields in one order.
    shared: Buffer.concat([
      u16(entry.flags ?? UTF8),
      u16(method),
      u32(0x00210000),
      u32(entry.crc32 ?? crc32(content)),
      u32(entry.packed ?? data.length),
      u32(entry.unpacked ?? content.length),
      u16(name.length),
    ]),
  };
}

function localOf(entry: ZipEntry): Buffer {
  const { name, data, shared } = partsOf(entry);
  const signature = u32(entry.signature ?? 0x04034b50);
  return Buffer.concat([signature, u16(20), shared, u16(0), name, data]);
}

function tableRow(entry: ZipEntry, offset: number): Buffer {
  const { name, shared } = partsOf(entry);
  const extra = entry.extra ?? Buffer.alloc(0);
  const madeBy = entry.mode === undefined ? 20 : (3 << 8) | 20;
  return Buffer.concat([
    u32(0x02014b50),
    u16(madeBy),
    u16(20),
    shared,
    u16(extra.length),
    u16(0),
    u16(0),
    u16(0),
    u32((entry.mode ?? 0) * 0x10000),
    u32(entry.offset ?? offset),
    name,
    extra,
  ]);
}

function endOf(count: number, start: number, table: readonly Buffer[], end: ZipEnd): Buffer {
  const size = table.reduce((sum, row) => sum + row.length, 0);
  const comment = Buffer.from(end.comment ?? '');
  return Buffer.concat([
    ...(end.zip64 === undefined ? [] : [zip64EndOf(count, start, size, end.zip64)]),
    u32(0x06054b50),
    u16(end.disk ?? 0),
    u16(0),
    u16(end.count ?? count),
    u16(end.count ?? count),
    u32(size),
    u32(end.directory ?? start),
    u16(end.commentLength ?? comment.length),
    comment,
    end.behind ?? Buffer.alloc(0),
  ]);
}

function zip64EndOf(
  count: number,
  start: number,
  size: number,
  own: NonNullable<ZipEnd['zip64']>,
): Buffer {
  const entries = own.count ?? BigInt(count);
  return Buffer.concat([
    u32(0x06064b50),
    u64(44n),
    u16(45),
    u16(45),
    u32(0),
    u32(0),
    u64(entries),
    u64(entries),
    u64(BigInt(size)),
    u64(own.directory ?? BigInt(start)),
    u32(0x07064b50),
    u32(0),
    u64(own.at ?? BigInt(start + size)),
    u32(1),
  ]);
}

/** An extra field of an entry. */
export function extraField(id: number, data: Buffer): Buffer {
  return Buffer.concat([u16(id), u16(data.length), data]);
}

export function u16(value: number): Buffer {
  const buffer = Buffer.alloc(2);
  buffer.writeUInt16LE(value);
  return buffer;
}

export function u32(value: number): Buffer {
  const buffer = Buffer.alloc(4);
  buffer.writeUInt32LE(value >>> 0);
  return buffer;
}

export function u64(value: bigint): Buffer {
  const buffer = Buffer.alloc(8);
  buffer.writeBigUInt64LE(value);
  return buffer;
}
