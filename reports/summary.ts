import type { CheckResult, ExerciseResult, Result } from '../grader/contract/result.ts';
import { nameInWords } from './class/clip.ts';
import {
  bar,
  changes,
  checksTable,
  firstThing,
  folded,
  hints,
  overview,
  quoted,
  share,
  stacked,
  titled,
  told,
} from './markdown/parts.ts';
import { codeBlock } from './markdown/text.ts';
import { beginning } from './page/detail.ts';
import { ladderOf, laddersOf, lessonOf } from './page/ladder.ts';
import { forStudent } from './words/disclosure.ts';
import { fitting } from './words/fitting.ts';
import { linkedInWords } from './words/linked.ts';
import { counted } from './words/phrases.ts';
import { plainThroughout } from './words/plain.ts';
import type { Report } from './words/report.ts';
import { OUTCOMES, outcomeInWords, score } from './words/student.ts';
import { wholeOf } from './words/whole.ts';

/** How much of a result is told: less of it where the whole would be too much. */
interface Detail {
  /** Exercises whose checks are told one by one. */
  readonly exercises: number;
  /** Checks of one exercise that are explained. */
  readonly checks: number;
  /** Characters of what one exercise printed. */
  readonly printed: number;
}

const DETAILS: readonly Detail[] = [
  { exercises: Number.POSITIVE_INFINITY, checks: Number.POSITIVE_INFINITY, printed: 4000 },
  { exercises: 100, checks: 20, printed: 500 },
  { exercises: 20, checks: 5, printed: 100 },
  { exercises: 0, checks: 0, printed: 0 },
];

/** Bytes: where a step writes more than 1 MiB, all that it wrote is thrown away. */
const LARGEST = 512 * 1024;

/** The summary of a step on GitHub: Markdown in which every part can be opened by itself. */
export const report: Report = {
  file: 'summary.md',
  audience: 'students',
  render(given, { since }) {
    const result = plainThroughout(forStudent(given));
    const above = stacked([
      `## ${titled(nameInWords(result.submission))}: ${score(result.points)}`,
      bar(result),
      firstThing(result),
      since === undefined ? '' : changes(plainThroughout(since), result),
      overview(result.exercises),
    ]);
    const below = `Course ${titled(result.course)}, seed ${titled(result.seed)}, isolation ${titled(result.isolation)}, Chainrule ${titled(result.grader)}.`;
    return fitting(DETAILS, LARGEST, (detail, shortened) => {
      const sections = open(result)
        .slice(0, detail.exercises)
        .map((exercise) => section(exercise, result, detail));
      const less = shortened
        ? 'This is shortened, because there is more to tell than fits here: the whole is in the report.'
        : '';
      return `${stacked([above, ...sections, less, below])}\n`;
    });
  },
};

function open({ exercises }: Result): readonly ExerciseResult[] {
  return exercises.filter(({ status }) => status !== 'pass');
}

function section(exercise: ExerciseResult, { exercises }: Result, detail: Detail): string {
  const { checks, slug, printed } = exercise;
  const right = checks.filter(({ status }) => status === 'pass').length;
  const rightOf = `${right} of ${counted(checks.length, 'check', 'checks')} right`;
  return folded(
    `${OUTCOMES[exercise.status].sign} ${slug.slice(0, 2)} ${exercise.title}: ${share(exercise)} points, ${rightOf}`,
    stacked([
      told(linkedInWords(exercise, exercises)),
      ...explained(exercise, detail),
      printed.trim() === '' || detail.printed === 0
        ? ''
        : `Your code printed:\n\n${codeBlock(beginning(printed, detail.printed))}`,
    ]),
  );
}

/** Each check and what came back; where all have one thing in common, that one. */
function explained(exercise: ExerciseResult, detail: Detail): readonly string[] {
  const lesson = lessonOf(exercise, null);
  const whole = wholeOf(exercise);
  if (whole !== null) {
    const ladder = ladderOf(whole.check, exercise, lesson);
    return [quoted(whole.words), ladder === null ? '' : hints(ladder)];
  }
  const { checks } = exercise;
  const ladders = laddersOf(exercise, lesson, ({ title }) => title);
  const failed = checks
    .flatMap((check, nth) => (check.status === 'pass' ? [] : [{ check, ...ladders[nth] }]))
    .slice(0, detail.checks);
  return [
    checksTable(checks),
    ...failed.map(({ check, rungs, toldBy }) =>
      stacked([
        heading(check),
        quoted(outcomeInWords(check, exercise)),
        rungs == null || toldBy != null ? '' : hints(rungs),
        toldBy == null ? '' : `The hints stand under “${titled(toldBy.title)}”.`,
      ]),
    ),
  ];
}

function heading({ status, title }: CheckResult): string {
  return `**${OUTCOMES[status].sign} ${titled(title)}**`;
}
