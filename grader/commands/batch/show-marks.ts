import path from 'node:path';
import { isTold } from '../../../reports/words/mark.ts';
import type { Grade, HandedIn } from '../../contract/class.ts';
import { Refusal } from '../../contract/refusal.ts';
import { readResult } from '../../intake/documents.ts';
import { writeWhole } from '../write.ts';
import { type ClassPlace, filesOf, pageTexts } from '../write-class.ts';
import { GO_ON, sizesOf } from './files.ts';
import { gradeFingerprint } from './fingerprint.ts';
import type { ClassGraded, Problem } from './grade-class.ts';
import type { Entry, Journal } from './journal.ts';

/** In the place of a fingerprint: the pages show a mark, or none, or one page this and the other that. */
const BEING_WRITTEN = 'being written';

/**
 * Has the pages of each hand-in show the mark that was made of it, where more is to be said
 * of it, and no mark where nothing is any more. A mark may hang on other hand-ins and on what
 * was decided since, so that pages are graded without it, and drawn again from the stored
 * result when all marks are known; those that show it already stay as they are.
 *
 * @returns the same, with the pages as they are now, and whose pages could not be drawn
 */
export async function showMarks(
  { handIns }: Pick<HandedIn, 'handIns'>,
  done: ClassGraded,
  grades: readonly Grade[],
  journal: Journal,
  place: Required<ClassPlace>,
): Promise<ClassGraded> {
  const gradeOf = new Map(grades.map((grade) => [grade.student.id, grade]));
  const studentOf = new Map(handIns.map(({ id, student }) => [id, student.id]));
  const entries: Entry[] = [];
  const problems: Problem[] = [...done.problems];
  for (const entry of done.entries) {
    const made = gradeOf.get(studentOf.get(entry.id) ?? '');
    const grade = made !== undefined && isTold(made) ? made : null;
    const mark = grade === null ? null : gradeFingerprint(grade);
    if (entry.mark === mark) {
      entries.push(entry);
      continue;
    }
    try {
      const texts = await textsWith(grade, entry, place);
      // Ended between the pages and their line, nobody could tell otherwise which of the two marks they show.
      await journal.add({ ...entry, mark: BEING_WRITTEN });
      await writeWhole(texts, GO_ON);
      const shown = { ...entry, files: { ...entry.files, ...sizesOf(texts, place.out) }, mark };
      await journal.add(shown);
      entries.push(shown);
    } catch (error) {
      if (!(error instanceof Refusal) || error.code === 'cannot-write') throw error;
      problems.push({ id: entry.id, what: error.message, remedy: error.remedy });
      entries.push(entry);
    }
  }
  return { ...done, entries, problems };
}

async function textsWith(grade: Grade | null, { name }: Entry, place: Required<ClassPlace>) {
  const result = await readResult(path.join(place.out, filesOf(name).result));
  return pageTexts(result, name, place, grade);
}
