import path from 'node:path';
import { inBrief } from '../../../reports/class/page.ts';
import { points } from '../../../reports/words/numbers.ts';
import type { ExerciseSlug } from '../../contract/identity.ts';
import type { KeyExercise } from '../../contract/key.ts';
import { Refusal } from '../../contract/refusal.ts';
import type { Result } from '../../contract/result.ts';
import { explanationsFor } from '../../explain.ts';
import { readEvidence } from '../../intake/documents.ts';
import { judge } from '../../judge.ts';
import { loadKinds } from '../../load.ts';
import { writeWhole } from '../write.ts';
import { evidenceOf, GO_ON, sizesOf, textsFor } from './files.ts';
import { fingerprintOf, questionsFingerprint } from './fingerprint.ts';
import type { ClassGraded, Problem } from './grade-class.ts';
import type { Entry, Journal } from './journal.ts';
import type { Prepared } from './prepared.ts';

/** A class judged again, and what changed. */
export interface JudgedAgain extends ClassGraded {
  /** Whose points change and why, one line each. */
  readonly changes: readonly string[];
}

/**
 * Judges the evidence of a class again, by the key and the manifests as they are now;
 * nothing of a student's runs. One after the other, so that a class never lies in memory.
 *
 * @param write whether what came of it is written, or only told
 */
export async function judgeAgain(
  { asked, found, keys, conditions }: Prepared,
  journal: Journal,
  { out, signal }: { readonly out: string; readonly signal: AbortSignal },
  write: boolean,
): Promise<JudgedAgain> {
  const { course } = conditions;
  const kinds = await loadKinds(course);
  const key = new Map<ExerciseSlug, KeyExercise>(
    (await keys.key()).exercises.map((exercise) => [exercise.slug, exercise]),
  );
  const shown = new Set(course.exercises.map(({ slug }) => slug));
  const questions = questionsFingerprint(conditions);
  const same = fingerprintOf(conditions);
  const entries: Entry[] = [];
  const problems: Problem[] = [];
  const changes: string[] = [];
  for (const { id } of found.handIns) {
    if (signal.aborted) break;
    const entry = journal.entry(id);
    if (entry === null || entry.questions !== questions) {
      problems.push({ id, ...(entry === null ? NEVER : OTHER_QUESTIONS) });
      if (entry !== null) entries.push(entry);
      continue;
    }
    try {
      const evidence = await readEvidence(path.join(out, evidenceOf(entry.name)), course);
      const judging = { course, keys: key, kinds, shown };
      const outcomes = judge(evidence, { ...judging, outcomesOnly: true, unread: true }).exercises;
      const { pairs } = await explanationsFor(evidence, outcomes, keys);
      const result = judge(evidence, { ...judging, pairs });
      const brief = inBrief(result);
      changes.push(...changeOf(entry.brief, brief));
      const texts = write
        ? await textsFor(result, evidence, entry.name, { out, course: asked.course })
        : {};
      await writeWhole(texts, GO_ON);
      const written = write ? { files: sizesOf(texts, out), mark: null } : {};
      const judged = { ...entry, brief, ...written, conditions: same };
      if (write) await journal.add(judged);
      entries.push(judged);
    } catch (error) {
      if (!(error instanceof Refusal) || error.code === 'cannot-write') throw error;
      problems.push({ id, what: error.message, remedy: AGAIN });
      entries.push(entry);
    }
  }
  return { entries, problems, changes, unchanged: 0 };
}

const AGAIN = 'Grade it anew: run the batch without --rejudge.';
const NEVER = { what: 'it was never graded', remedy: AGAIN };
const OTHER_QUESTIONS = {
  what: 'its evidence answers other probes or another seed than those of the course now',
  remedy: AGAIN,
};

/** How the points of a student change, with the checks that come out another way. */
function changeOf(before: Result, after: Result): readonly string[] {
  if (JSON.stringify(before.points) === JSON.stringify(after.points)) return [];
  const was = new Map(outcomesOf(before));
  const turned = outcomesOf(after).flatMap(([check, outcome]) => {
    const old = was.get(check) ?? 'not asked';
    return old === outcome ? [] : [`${check} was ${old} and is ${outcome}`];
  });
  const gone = [...was.keys()].filter((check) => !new Map(outcomesOf(after)).has(check));
  const why = [...turned, ...gone.map((check) => `${check} is not asked any more`)];
  return [
    `${before.submission}: ${inWords(before)} before, ${inWords(after)} now (${why.join('; ') || 'other points'}).`,
  ];
}

const inWords = ({ points: { earned, possible } }: Result): string =>
  `${points(earned)} of ${points(possible)}`;

function outcomesOf({ exercises }: Result): readonly (readonly [string, string])[] {
  return exercises.flatMap(({ slug, checks }) =>
    checks.map(
      ({ id, status, points: { earned, possible } }) =>
        [
          `${slug.slice(0, 2)} ${id}`,
          `${status} for ${points(earned)} of ${points(possible)}`,
        ] as const,
    ),
  );
}
