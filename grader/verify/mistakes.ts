import { repairIn } from '../analysis/repair.ts';
import type { Result } from '../contract/result.ts';
import { grade } from '../grade.ts';
import type { KeySource } from '../make-key.ts';
import { applyMistake, readMistakes } from '../mistakes.ts';
import { Session } from '../sandbox/session.ts';
import type { Proof, Verification } from './proof.ts';
import { gradingOf, submissionOf } from './submission.ts';

/** Every mistake loses points and is given its name, and its words never say what to write instead. */
export async function proveMistakes(
  verification: Verification,
  keys: KeySource,
): Promise<readonly Proof[]> {
  const proofs: Proof[] = [];
  for (const exercise of verification.exercises) {
    const { slug, solution } = exercise;
    if (solution === null) continue;
    const session = new Session(128);
    const mistakes = await readMistakes(session, slug, solution).finally(() => session.close());
    const breaches: string[] = [];
    for (const mistake of mistakes) {
      const submission = submissionOf(verification.course, mistake.id, (each) =>
        each === exercise
          ? applyMistake(slug, solution.source, mistake)
          : (each.solution?.source ?? ''),
      );
      const grading = { ...gradingOf(verification, keys), only: new Set([slug]) };
      const { result } = await grade(grading, submission);
      const told = repairIn(`${mistake.title}\n${mistake.hint}`, solution.source);
      if (told !== null) breaches.push(`the words of ${mistake.id} give the repair away: ${told}`);
      if (!losesPoints(result)) breaches.push(`full marks for ${mistake.id}`);
      else if (!isNamed(result, mistake.id)) breaches.push(`${mistake.id} is not named`);
    }
    verification.progress(`mistakes of ${slug}`);
    proofs.push({
      slug,
      claim: 'mistakes',
      holds: breaches.length === 0,
      detail: breaches.length === 0 ? `${mistakes.length} named` : breaches.join(', '),
    });
  }
  return proofs;
}

function losesPoints({ points, status }: Result): boolean {
  return points.earned < points.possible && status === 'fail';
}

function isNamed(result: Result, id: string): boolean {
  return result.exercises.some(({ mistakes }) => mistakes.some((mistake) => mistake.id === id));
}
