import { Buffer } from 'node:buffer';

/** Bytes in front of a frame: its length as a big-endian integer. */
export const HEADER = 4;

/** `text` as one frame: four bytes of length, then UTF-8. */
export function frame(text: string): Buffer {
  const body = Buffer.from(text, 'utf8');
  const header = Buffer.alloc(HEADER);
  header.writeUInt32BE(body.length);
  return Buffer.concat([header, body]);
}

/** What has arrived so far: one whole frame, too little, or more than one answer may be. */
export type Arrived =
  | { readonly state: 'whole'; readonly text: string; readonly surplus: number }
  | { readonly state: 'partial' }
  | { readonly state: 'too-large' };

/**
 * Takes the bytes that have arrived for what they are.
 *
 * @param limit bytes that the body of a frame may have
 */
export function readFrame(bytes: Buffer, limit: number): Arrived {
  if (bytes.length < HEADER) return { state: 'partial' };
  const length = bytes.readUInt32BE(0);
  if (length > limit) return { state: 'too-large' };
  if (bytes.length < HEADER + length) return { state: 'partial' };
  return {
    state: 'whole',
    text: bytes.toString('utf8', HEADER, HEADER + length),
    surplus: bytes.length - HEADER - length,
  };
}
