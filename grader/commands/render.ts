import { readResult } from '../intake/documents.ts';
import { loadReport } from '../load.ts';
import { writeWhole } from './write.ts';

/** `chainrule render`: draws a report from a result, to the terminal or to a file. */
export async function renderCommand(
  file: string,
  options: { readonly format: string; readonly out?: string },
): Promise<number> {
  const report = await loadReport(options.format);
  const result = await readResult(file);
  const colour = options.out === undefined && process.stdout.isTTY === true;
  const text = report.render(result, { colour });
  if (options.out === undefined) process.stdout.write(text);
  else await writeWhole({ [options.out]: text });
  return 0;
}
