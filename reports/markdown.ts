import type { CheckResult, ExerciseResult, Result } from '../grader/contract/result.ts';
import { forStudent } from './words/disclosure.ts';
import { linkedInWords } from './words/linked.ts';
import { points } from './words/numbers.ts';
import { oneLine, plainThroughout } from './words/plain.ts';
import type { Report } from './words/report.ts';
import { changesSince } from './words/since.ts';
import { firstToDo, mistakeOf, OUTCOMES, outcomeInWords } from './words/student.ts';

/** For pull requests, step summaries and other places that show Markdown. */
export const report: Report = {
  file: 'feedback.md',
  audience: 'students',
  render(given, { since }) {
    const result = plainThroughout(forStudent(given));
    const parts = [
      `# ${text(result.submission)}: ${score(result)}`,
      nextStep(result),
      since === undefined ? '' : changes(plainThroughout(since), result),
      overview(result),
      ...result.exercises
        .filter(({ status }) => status !== 'pass')
        .map((exercise) => section(exercise, result)),
      `Course ${text(result.course)}, seed ${text(result.seed)}, isolation ${text(result.isolation)}, Chainrule ${text(result.grader)}.`,
    ];
    return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
  },
};

/** What is newly right since an older result, and what is not any more. */
function changes(older: Result, result: Result): string {
  const { title, gained, lost } = changesSince(older, result);
  const told = [
    ...gained.map((words) => `- newly right: ${text(words)}`),
    ...lost.map((words) => `- right before, and not now: ${text(words)}`),
  ];
  return `${text(title)}:\n\n${told.length === 0 ? 'No check came out another way.' : told.join('\n')}`;
}

function overview({ exercises }: Result): string {
  const rows = exercises.map(
    (exercise) =>
      `| ${OUTCOMES[exercise.status].sign} ${OUTCOMES[exercise.status].word} | ${text(exercise.slug.slice(0, 2))} ${text(exercise.title)} | ${score(exercise)} |`,
  );
  return ['| | exercise | points |', '|---|---|---:|', ...rows].join('\n');
}

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
  return [
    `## ${text(exercise.slug.slice(0, 2))} ${text(exercise.title)}: ${score(exercise)}`,
    text(linkedInWords(exercise, exercises)),
    items.join('\n'),
    printed,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function item(check: CheckResult, exercise: ExerciseResult): string {
  const { sign, word } = OUTCOMES[check.status];
  const head = `- ${sign} **${word}**: ${text(check.title)} (${score(check)})`;
  const words = outcomeInWords(check, exercise);
  const mistake = mistakeOf(check, exercise);
  const more = [
    words === '' ? '' : `  ${code(words)}`,
    mistake === null ? '' : `  Looks like: ${text(mistake.title)}. ${text(mistake.hint)}`,
  ];
  return [head, ...more.filter((line) => line !== '')].join('  \n');
}

function score({ points: { earned, possible } }: Pick<Result, 'points'>): string {
  return `${points(earned)} of ${points(possible)}`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/**
 * Text outside of code, from which no markup can come: every mark is escaped, and
 * what would become a mention or a link is broken by a word joiner, because
 * platforms look for those after the escapes are resolved.
 */
function text(raw: string): string {
  return oneLine(raw)
    .replace(/[\\`*_{}[\]()#+\-!|<>~$^&]/g, (mark) => ENTITIES[mark] ?? `\\${mark}`)
    .replace(/@/g, '\\@\u2060')
    .replace(/:\/\//g, ':\u2060//')
    .replace(/www\./gi, 'www\u2060.')
    .replace(/^(\d+)\./, '$1\\.');
}

/** Text that a student may have shaped, as code: no markup, no link and no mention comes out of it. */
function code(raw: string): string {
  const line = oneLine(raw);
  const fence = '`'.repeat(longestRun(line) + 1);
  return `${fence} ${line} ${fence}`;
}

function codeBlock(raw: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(raw) + 1));
  return `${fence}text\n${raw.trimEnd()}\n${fence}`;
}

function longestRun(raw: string): number {
  return (raw.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}
