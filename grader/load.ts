import type { Report } from '../reports/words/report.ts';
import type { CheckKind } from './contract/check-kind.ts';
import type { Course } from './contract/course.ts';
import { Refusal } from './contract/refusal.ts';
import { validated } from './contract/validator.ts';

// The one place where a module is chosen by a name. The bundler turns the two
// imports below into one part of the program for each file of the folder.

const NAME = /^[a-z0-9]+(-[a-z0-9]+)*$/;

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
      const kind = kinds.get(check.kind) ?? (await loadCheckKind(check.kind));
      if (kind === null) {
        throw new Refusal(
          'broken-manifest',
          `${what}: there is no kind of check "${check.kind}"`,
          'Name a file of grader/checks, such as "matches".',
        );
      }
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
  const module = NAME.test(format) ? await quietly(() => import(`../reports/${format}.ts`)) : null;
  if (module !== null && 'report' in module) return module.report as Report;
  throw new Refusal(
    'bad-argument',
    `There is no report format "${format}"`,
    'Give one of html, json, markdown, terminal.',
  );
}

async function loadCheckKind(name: string): Promise<CheckKind | null> {
  const module = NAME.test(name) ? await quietly(() => import(`./checks/${name}.ts`)) : null;
  return module !== null && 'kind' in module ? (module.kind as CheckKind) : null;
}

/** A module, or `null` when there is none of that name. */
async function quietly(load: () => Promise<object>): Promise<object | null> {
  try {
    return await load();
  } catch (error) {
    const absent =
      error instanceof Error && /not found|unknown variable|cannot find/i.test(error.message);
    if (absent) return null;
    throw error;
  }
}
