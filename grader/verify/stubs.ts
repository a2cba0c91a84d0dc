import { makeStub, StubFailure } from '../analysis/stub.ts';
import { grade } from '../grade.ts';
import type { KeySource } from '../make-key.ts';
import type { Proof, Verification } from './proof.ts';
import { gradingOf, submissionOf } from './submission.ts';

/** An untouched stub earns nothing. */
export async function proveStubs(
  verification: Verification,
  keys: KeySource,
): Promise<readonly Proof[]> {
  const submission = submissionOf(verification.course, 'stub', ({ stub }) => stub);
  const { result } = await grade(gradingOf(verification, keys), submission);
  verification.progress('stubs');
  return result.exercises.map(({ slug, points, checks }): Proof => {
    const gift = checks.find(({ status }) => status === 'pass');
    const holds = points.earned === 0 && gift === undefined;
    return {
      slug,
      claim: 'stub',
      holds,
      detail: holds ? '0 points' : `gives points for ${gift?.id}`,
    };
  });
}

/** The stubs are those that the solutions make. */
export function proveNoDrift({ course, exercises }: Verification): readonly Proof[] {
  const files = new Map(course.exercises.map(({ slug, manifest }) => [slug, manifest.file]));
  return exercises.map(({ slug, solution, stub }): Proof => {
    try {
      const holds = solution !== null && makeStub(solution.source, files) === stub;
      const detail = holds ? 'none' : 'run "chainrule stub" to write the stub anew';
      return { slug, claim: 'drift', holds, detail };
    } catch (error) {
      if (!(error instanceof StubFailure)) throw error;
      return { slug, claim: 'drift', holds: false, detail: error.message };
    }
  });
}
