import type { Course, CourseExercise } from './contract/course.ts';
import type { ExerciseEvidence } from './contract/evidence.ts';
import type { ExerciseSlug } from './contract/identity.ts';
import type { Submission, SubmittedFile } from './contract/submission.ts';
import type { Link, Unit } from './sandbox/compile.ts';
import { prerequisites, solutionOf } from './solutions.ts';

/** What decides what an exercise of a submission may import. */
interface Linking {
  readonly course: Course;
  readonly submission: Submission;
}

/**
 * The earlier exercises that an exercise may import: the student's own, or the reference.
 * The stub stands in for one that does not load or does not end, and for every name that
 * one does not export. Where the reference does, helpers which the student exports beside
 * what was asked for stay within reach.
 *
 * @param gathered what there is of the earlier exercises
 * @param failing those of them that the reference stands in for
 */
export function linksFor(
  linking: Linking,
  exercise: CourseExercise,
  gathered: readonly ExerciseEvidence[],
  failing: ReadonlySet<ExerciseSlug> = new Set(),
): readonly Link[] {
  return prerequisites(linking.course, exercise).map((each): Link => {
    const evidence = gathered.find(({ slug }) => slug === each.slug);
    if (!failing.has(each.slug)) return ownLink(linking, each, evidence);
    const { slug, manifest, stub } = each;
    const otherwise = loadedText(linking, slug, evidence) ?? stub;
    return { slug, file: manifest.file, source: solutionOf(each).source, otherwise };
  });
}

/** A student's own earlier exercise, as a later one may import it. */
function ownLink(
  linking: Linking,
  { slug, manifest, stub }: CourseExercise,
  evidence: ExerciseEvidence | undefined,
): Link {
  const link = { slug, file: manifest.file };
  const own = loadedText(linking, slug, evidence);
  if (own === null) return { ...link, source: stub, otherwise: null };
  return doesNotEnd(evidence)
    ? { ...link, source: stub, otherwise: own }
    : { ...link, source: own, otherwise: stub };
}

/** What a student wrote for an exercise, where it loads. */
function loadedText(
  { submission }: Linking,
  slug: ExerciseSlug,
  evidence: ExerciseEvidence | undefined,
): string | null {
  const file = submission.files.get(slug);
  return evidence?.module.state === 'loaded' && file?.state === 'read' ? file.text : null;
}

/** Whether a call did not come to its end: every later exercise would wait for it once more. */
function doesNotEnd(evidence: ExerciseEvidence | undefined): boolean {
  const observations = Object.values(evidence?.probes ?? {}).flat();
  return observations.some(({ outcome }) => outcome === 'timed-out');
}

/** All that decides what a program does on the inputs of one key. */
export function textsOf(file: SubmittedFile, links: readonly Link[]): string {
  return JSON.stringify([file, links]);
}

/** What is compiled of a student's text. */
export function unitOf(
  { manifest, probes }: CourseExercise,
  module: string,
  links: readonly Link[],
): Unit {
  return { file: manifest.file, module, probes, packages: manifest.packages, links };
}
