import path from 'node:path';
import { readResult } from '../intake/documents.ts';
import { loadReport } from '../load.ts';
import { courseSeenFrom, readSince } from './since.ts';
import { writeWhole } from './write.ts';

/** `chainrule render`: draws a report from a result, to the terminal or to a file. */
export async function renderCommand(
  file: string,
  options: {
    readonly format: string;
    readonly out?: string;
    readonly since?: string;
    readonly course?: string;
  },
): Promise<number> {
  const { format, out, since, course } = options;
  const report = await loadReport(format);
  const result = await readResult(file);
  const text = report.render(result, {
    colour: out === undefined && process.stdout.isTTY === true,
    ...(since === undefined ? {} : { since: await readSince(since, result.course) }),
    // What is printed lies nowhere: from there no link leads to a lesson.
    ...(course === undefined || out === undefined ? {} : courseSeenFrom(path.dirname(out), course)),
  });
  if (out === undefined) process.stdout.write(text);
  else await writeWhole({ [out]: text });
  return 0;
}
