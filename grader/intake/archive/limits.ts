const KIB = 1024;
const MIB = 1024 * KIB;
const GIB = 1024 * MIB;

/** How much of an archive is accepted before anything of it is unpacked. */
export interface ArchiveLimits {
  /** Of the archive itself, in bytes. */
  readonly bytes: number;
  /** Files and folders in its table of contents. */
  readonly entries: number;
  /** Sum of what its entries say they unpack to, in bytes; `null` where entries are judged one by one. */
  readonly unpacked: number | null;
}

/**
 * A class: three hundred clones of a repository with their histories fit. What one student
 * packed must not turn the others away, so sums are not limited: only declared files are
 * ever unpacked, and each of those by itself.
 */
export const CLASS_LIMITS: ArchiveLimits = { bytes: 4 * GIB, entries: 200_000, unpacked: null };

/**
 * One student's work, which lies in memory when it comes out of another archive. A hand-in
 * is a few KiB; with all packages of the course beside it, it is about 50 MiB.
 */
export const HAND_IN_LIMITS: ArchiveLimits = { bytes: 64 * MIB, entries: 50_000, unpacked: GIB };

/** Unpacked bytes to packed ones. Source has about 4, a table of zeros 100, and Deflate ends at 1032. */
export const LARGEST_RATIO = 200;

/** Up to this many bytes nothing is a bomb, however well it was packed. */
export const HARMLESS = 16 * MIB;

/** Of a name with its folders, in UTF-16 code units; no file system takes more than 4096 bytes. */
export const LONGEST_NAME = 1024;

/** Of folders around a file: packages within packages have about 15. */
export const DEEPEST_NAME = 32;

/** An amount of bytes in words, in the largest unit that leaves a whole number. */
export function bytesInWords(bytes: number): string {
  if (bytes % GIB === 0) return `${bytes / GIB} GiB`;
  return bytes % MIB === 0 ? `${bytes / MIB} MiB` : `${bytes / KIB} KiB`;
}
