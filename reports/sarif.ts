import type { ExerciseResult, Reason, Status } from '../grader/contract/result.ts';
import { inert } from './platforms/inert.ts';
import { fileOf, type Place } from './platforms/place.ts';
import { forPlatforms, headingOf, type Test, testsOf } from './platforms/tests.ts';
import { decimal } from './words/numbers.ts';
import { capital, counted } from './words/phrases.ts';
import { questionFor } from './words/questions.ts';
import type { Report } from './words/report.ts';

/** Findings at lines of a student's files, for code scanning and for editors. */
export const report: Report = {
  file: 'chainrule.sarif',
  audience: 'students',
  render(given, options) {
    const result = forPlatforms(given);
    const findings = [
      ...findingsOf(testsOf(result, options)),
      ...result.exercises.flatMap((exercise) => adviceOf(exercise, options.submissionAt)),
    ];
    const rules = [...new Map(findings.map(({ rule }) => [rule.id, rule])).values()];
    const document = {
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: { driver: { name: 'Chainrule', version: result.grader, rules: rules.map(ruleIn) } },
          columnKind: 'utf16CodeUnits',
          results: findings.map((finding) => resultIn(finding, rules)),
          properties: {
            points: {
              earned: decimal(result.points.earned),
              possible: decimal(result.points.possible),
            },
          },
        },
      ],
    };
    return `${JSON.stringify(document, null, 2)}\n`;
  },
};

interface Rule {
  readonly id: string;
  readonly title: string;
  readonly help: string;
}

interface Finding {
  readonly rule: Rule;
  readonly level: 'error' | 'warning' | 'note';
  readonly words: string;
  readonly place: Place;
}

/** Our own errors are none of the student's; what waits is nothing to mend. */
const LEVELS: Readonly<Record<Exclude<Status, 'pass'>, Finding['level']>> = {
  fail: 'error',
  error: 'warning',
  skip: 'note',
};

/** What did not pass; many checks that say the same of one place are one finding. */
function findingsOf(tests: readonly Test[]): readonly Finding[] {
  const alike = new Map<string, [Test, ...Test[]]>();
  for (const test of tests) {
    if (test.check.status === 'pass') continue;
    const { place, message, check } = test;
    const same = JSON.stringify([check.status, check.reason, place, message]);
    const others = alike.get(same);
    if (others === undefined) alike.set(same, [test]);
    else others.push(test);
  }
  return [...alike.values()].map((group) => {
    const [{ check, exercise, place, message, name }] = group;
    const what =
      group.length === 1
        ? name
        : `${inert(headingOf(exercise))}: ${counted(group.length, 'check', 'checks')}`;
    return {
      rule: ruleOf(check.reason),
      // Checks that passed were left out above.
      level: LEVELS[check.status as Exclude<Status, 'pass'>],
      words: `${what}. ${message}`,
      place,
    };
  });
}

function ruleOf(reason: Reason): Rule {
  const title = capital(reason.replaceAll('-', ' '));
  return { id: reason, title, help: questionFor(reason) ?? `${title}.` };
}

/** What the compiler says about types: advice, and no points. */
function adviceOf(exercise: ExerciseResult, submissionAt?: string): readonly Finding[] {
  return (exercise.facts?.advice ?? []).map(({ line, column, code, message }) => ({
    rule: {
      id: `TS${code}`,
      title: `Advice ${code} from the TypeScript compiler`,
      help: 'Advice from the TypeScript compiler costs no points.',
    },
    level: 'note',
    words: inert(message),
    place: { file: fileOf(exercise, submissionAt), line, column },
  }));
}

function ruleIn({ id, title, help }: Rule) {
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text: `${title}.` },
    help: { text: help },
  };
}

function resultIn({ rule, level, words, place }: Finding, rules: readonly Rule[]) {
  return {
    ruleId: rule.id,
    ruleIndex: rules.findIndex(({ id }) => id === rule.id),
    level,
    message: { text: words },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: place.file.split('/').map(encodeURIComponent).join('/') },
          region: {
            // Scanners show nothing without a line.
            startLine: place.line ?? 1,
            ...(place.column === null ? {} : { startColumn: place.column }),
          },
        },
      },
    ],
  };
}
