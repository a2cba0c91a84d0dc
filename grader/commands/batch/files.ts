import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Evidence } from '../../contract/evidence.ts';
import type { Result } from '../../contract/result.ts';
import { submissionTexts } from '../write-class.ts';

/** What to do where a folder takes no more files of a class, or never took any. */
export const MAKE_ROOM =
  'Make room, or choose another place with --out; what is finished stays finished.';

/** What to do where it takes no more of them in the middle of a class. */
export const GO_ON = 'Make room and go on with --resume; what is finished stays finished.';

/** Where the evidence of a submission lies in the folder of the class. */
export const evidenceOf = (name: string): string =>
  path.join('instructor', 'evidence', `${name}.json.gz`);

/** All files of one submission with what is to stand in them. */
export async function textsFor(
  result: Result,
  evidence: Evidence,
  name: string,
  place: { readonly out: string; readonly course: string },
): Promise<Readonly<Record<string, string | Buffer>>> {
  return {
    ...(await submissionTexts(result, name, place)),
    [path.join(place.out, evidenceOf(name))]: gzipSync(JSON.stringify(evidence)),
  };
}

/** How large the files are, by their places in the folder of the class. */
export function sizesOf(
  texts: Readonly<Record<string, string | Buffer>>,
  out: string,
): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(texts).map(([file, text]) => [
      path.relative(out, file).split(path.sep).join('/'),
      Buffer.byteLength(text),
    ]),
  );
}
