import type { TSchema } from '@sinclair/typebox';
import type { Gradebook } from '../reports/words/gradebook.ts';
import type { Report } from '../reports/words/report.ts';
import type { CheckKind } from './contract/check-kind.ts';
import type { Course } from './contract/course.ts';
import type { Kinds, PictureKind } from './contract/kinds.ts';
import { Refusal } from './contract/refusal.ts';

// The one place where a module is chosen by a name. The globs below stand for one
// lazily loaded part of the program for each file of the folder: the folder is the list.

const checkKinds = import.meta.glob<{ readonly kind: CheckKind }>([
  './checks/*.ts',
  '!**/*.test.ts',
]);
const pictureKinds = import.meta.glob<{ readonly kind: PictureKind }>([
  './pictures/*.ts',
  '!**/*.test.ts',
]);
const reports = import.meta.glob<{ readonly report: Report }>(['../reports/*.ts', '!**/*.test.ts']);
const gradebooks = import.meta.glob<{ readonly gradebook: Gradebook }>([
  '../reports/gradebooks/*.ts',
  '!**/*.test.ts',
]);

/** Names of the report formats. */
export const REPORT_FORMATS = namesOf(reports);

/** Names of the gradebook formats. */
export const GRADEBOOK_FORMATS = namesOf(gradebooks);

/**
 * The kinds of check and of picture that a course uses; their settings are held to
 * the kind's schema.
 *
 * @throws Refusal when a manifest names a kind that is not there, or its settings do not fit
 */
export async function loadKinds({ exercises }: Course): Promise<Kinds> {
  const checks = new Map<string, CheckKind>();
  const pictures = new Map<string, PictureKind>();
  for (const { slug, manifest } of exercises) {
    const where = `exercises/${slug}/exercise.json`;
    for (const check of manifest.checks) {
      const what = `${where}, check "${check.id}"`;
      checks.set(check.kind, await kindFor(check, what, 'checks', checkKinds));
    }
    for (const picture of manifest.pictures ?? []) {
      const what = `${where}, picture "${picture.title}"`;
      pictures.set(picture.kind, await kindFor(picture, what, 'pictures', pictureKinds));
    }
  }
  return { checks, pictures };
}

async function kindFor<Kind extends { readonly settings: TSchema }>(
  asked: { readonly kind: string; readonly with?: unknown },
  what: string,
  folder: 'checks' | 'pictures',
  kinds: Readonly<Record<string, () => Promise<{ readonly kind: Kind }>>>,
): Promise<Kind> {
  const load = kinds[`./${folder}/${asked.kind}.ts`];
  if (load === undefined) {
    throw new Refusal(
      'broken-manifest',
      `${what}: there is no kind of ${folder.replace(/s$/, '')} "${asked.kind}"`,
      `Give one of ${namesOf(kinds).join(', ')}.`,
    );
  }
  // Help names report formats: it does not wait for what checks documents.
  const [{ kind }, { validated }] = await Promise.all([load(), import('./contract/validator.ts')]);
  validated(kind.settings, asked.with ?? {}, {
    code: 'broken-manifest',
    what: `${what}, "with"`,
    remedy: `Mend the settings; grader/${folder}/${asked.kind}.ts says what they mean.`,
  });
  return kind;
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

/**
 * The gradebook of a format: that of a platform, or our own.
 *
 * @throws Refusal when there is no such format
 */
export async function loadGradebook(format: string): Promise<Gradebook> {
  const load = gradebooks[`../reports/gradebooks/${format}.ts`];
  if (load !== undefined) return (await load()).gradebook;
  throw new Refusal(
    'bad-argument',
    `There is no gradebook format "${format}"`,
    `Give one of ${GRADEBOOK_FORMATS.join(', ')}.`,
  );
}

/** Names of the modules of a folder: those of their files. */
function namesOf(modules: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.keys(modules).map((file) => /([^/]*)\.ts$/.exec(file)?.[1] ?? file);
}
