import type { CheckResult, ExerciseResult, Result } from '../grader/contract/result.ts';
import { changes, checklist, overview, share, stacked, title } from './markdown/parts.ts';
import { code, codeBlock, text } from './markdown/text.ts';
import { forStudent } from './words/disclosure.ts';
import { linkedInWords } from './words/linked.ts';
import { plainThroughout } from './words/plain.ts';
import type { Report } from './words/report.ts';
import { clueOf, firstToDo, OUTCOMES, outcomeInWords } from './words/student.ts';

/** For pull requests, step summaries and other places that show Markdown. */
export const report: Report = {
  file: 'feedback.md',
  audience: 'students',
  render(given, { since }) {
    const result = plainThroughout(forStudent(given));
    const parts = [
      `# ${text(result.submission)}: ${share(result)}`,
      nextStep(result),
      since === undefined ? '' : changes(plainThroughout(since), result),
      checklist(result.exercises),
      overview(result.exercises),
      ...result.exercises
        .filter(({ status }) => status !== 'pass')
        .map((exercise) => section(exercise, result)),
      `Course ${text(result.course)}, seed ${text(result.seed)}, isolation ${text(result.isolation)}, Chainrule ${text(result.grader)}.`,
    ];
    return `${stacked(parts)}\n`;
  },
};

function nextStep(result: Result): string {
  if (result.status === 'pass') return 'Everything is right.';
  const first = firstToDo(result.exercises);
  return first === null
    ? ''
    : `**Next:** ${text(first.exercise.title)}, "${text(first.check.title)}".`;
}

function section(exercise: ExerciseResult, { exercises }: Result): string {
  const items = exercise.checks.map((check) => item(check, exercise));
  const printed =
    exercise.printed.trim() === '' ? '' : `Your code printed:\n\n${codeBlock(exercise.printed)}`;
  return stacked([
    `## ${title(exercise)}: ${share(exercise)}`,
    text(linkedInWords(exercise, exercises)),
    items.join('\n'),
    printed,
  ]);
}

function item(check: CheckResult, exercise: ExerciseResult): string {
  const { sign, word } = OUTCOMES[check.status];
  const head = `- ${sign} **${word}**: ${text(check.title)} (${share(check)})`;
  const words = outcomeInWords(check, exercise);
  const clue = clueOf(check, exercise);
  const more = [
    words === '' ? '' : `  ${code(words)}`,
    clue === null ? '' : `  Looks like: ${text(clue.title)}. ${text(clue.hint)}`,
  ];
  return [head, ...more.filter((line) => line !== '')].join('  \n');
}
