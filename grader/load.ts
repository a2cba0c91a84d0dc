import type { Report } from '../reports/words/report.ts';
import type { CheckKind } from './contract/check-kind.ts';
import type { Course } from './contract/course.ts';
import { Refusal } from './contract/refusal.ts';
import { validated } from './contract/validator.ts';

// The one place where a module is chosen by a name. The two globs below stand for one
// lazily loaded part of the program for each file of the folder: the folder is the list.

const checkKinds = import.meta.glob<{ readonly kind: CheckKind }>([
  './checks/*.ts',
  '!**/*.test.ts',
]);
const reports = import.meta.glob<{ readonly report: Report }>(['../reports/*.ts', '!**/*.test.ts']);

/** Names of the report formats. */
export const REPORT_FORMATS = namesOf(reports);

/**
 * The kinds of check that a course uses, by name; their settings are held to the kind's schema.
 *
 * @throws Refusal when a manifest names a kind that is not there, or its settings do not fit
 */
export async function loadCheckKinds(course: Course): Promise<ReadonlyMap<string, CheckKind>> {
  const kinds = new Map<string, CheckKind>();
  for (const { slug, manifest } of course.exercises) {
    for (const check of manifest.checks) {
      const what = `exercises/${slug}/exercise.json, check "${check.id}"`;
      const load = checkKinds[`./checks/${check.kind}.ts`];
      if (load === undefined) {
        throw new Refusal(
          'broken-manifest',
          `${what}: there is no kind of check "${check.kind}"`,
          `Give one of ${namesOf(checkKinds).join(', ')}.`,
        );
      }
      const { kind } = await load();
      kinds.set(check.kind, kind);
      validated(kind.settings, check.with ?? {}, {
        code: 'broken-manifest',
        what: `${what}, "with"`,
        remedy: `Mend the settings of the check; grader/checks/${check.kind}.ts says what they mean.`,
      });
    }
  }
  return kinds;
}

/**
 * The report of a format.
 *
 * @throws Refusal when there is no such format
 */
export async function loadReport(format: string): Promise<Report> {
  const load = reports[`../reports/${format}.ts`];
  if (load !== undefined) return (await load()).report;
  throw new Refusal(
    'bad-argument',
    `There is no report format "${format}"`,
    `Give one of ${REPORT_FORMATS.join(', ')}.`,
  );
}

/** Names of the modules of a folder: those of their files. */
function namesOf(modules: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.keys(modules).map((file) => /([^/]*)\.ts$/.exec(file)?.[1] ?? file);
}
