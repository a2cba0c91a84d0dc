import path from 'node:path';
import { readResult } from '../intake/documents.ts';
import { loadReport } from '../load.ts';
import { courseSeenFrom, readSince } from './since.ts';
import { print } from './workflow-log.ts';
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
  if (out !== undefined) await writeWhole({ [out]: text });
  // What is not made for reading goes to another program as it is, the commands for a runner too.
  else if (format === 'terminal') print(text);
  else process.stdout.write(text);
  return 0;
}
