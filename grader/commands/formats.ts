import path from 'node:path';
import type { RenderOptions, Report } from '../../reports/words/report.ts';
import type { Result } from '../contract/result.ts';
import { loadReport } from '../load.ts';

/**
 * Reports by the names of their formats.
 *
 * @throws Refusal when there is no such format
 */
export async function loadReports(
  formats: readonly string[],
): Promise<ReadonlyMap<string, Report>> {
  const names = [...new Set(formats)];
  return new Map(
    await Promise.all(names.map(async (name) => [name, await loadReport(name)] as const)),
  );
}

/** The reports of a result by the files that they are written to. */
export function textsOf(
  reports: Iterable<Report>,
  result: Result,
  view: RenderOptions,
  out: string,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...reports].map((report) => {
      // Of a secret seed it holds what is expected: it does not lie beside what students read.
      const apart = result.secret && report.audience === 'instructors' ? ['instructor'] : [];
      return [path.join(out, ...apart, report.file), report.render(result, view)];
    }),
  );
}
