import { plain } from '../reports/words/plain.ts';
import { clueOf, OUTCOMES, outcomeInWords, unwrittenNames } from '../reports/words/student.ts';
import type { CheckResult, ExerciseResult } from './contract/result.ts';

/** A check that did not pass, as Vitest shows it: in the words of every report, at the student's own lines. */
export class Failure extends Error {
  /** @param thrown what the student's program threw when it ran in this process, or `null` */
  constructor(check: CheckResult, exercise: ExerciseResult, thrown: unknown) {
    const unwritten = unwrittenNames(exercise);
    super(plain(unwritten === null ? wordsFor(check, exercise) : untouched(exercise, unwritten)));
    this.name = OUTCOMES[check.status].word;
    // Vitest tells equal failures once: an untouched exercise needs no place for each of them.
    const frames = unwritten === null ? framesOf(thrown) : [];
    this.stack = [`${this.name}: ${this.message}`, ...frames].join('\n');
  }
}

function wordsFor(check: CheckResult, exercise: ExerciseResult): string {
  const clue = clueOf(check, exercise);
  const hint = clue === null ? [] : [`Looks like: ${clue.title}.`, clue.hint];
  return [outcomeInWords(check, exercise), ...hint].join('\n\n');
}

function untouched({ slug, file }: ExerciseResult, names: readonly string[]): string {
  return `Not written yet: ${names.join(', ')}. The lesson is exercises/${slug}/README.md, and your file exercises/${slug}/${file}.`;
}

/** Frames of the student's own files: of probes and of our own they learn nothing. */
function framesOf(thrown: unknown): readonly string[] {
  if (!(thrown instanceof Error) || typeof thrown.stack !== 'string') return [];
  return thrown.stack
    .split('\n')
    .filter((line) => /^\s+at .*[/\\]exercises[/\\]/.test(line) && !/probes\.ts/.test(line));
}
