import { createHash } from 'node:crypto';

/** A fingerprint of the text of an exercise's probes, by which evidence says what it answers. */
export function probesFingerprint(probes: string): string {
  return createHash('sha256').update(probes).digest('hex');
}
