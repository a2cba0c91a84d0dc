import type { Status } from '../grader/contract/result.ts';
import { quiet } from './platforms/inert.ts';
import { forPlatforms, type Test, testsOf } from './platforms/tests.ts';
import { decimal } from './words/numbers.ts';
import { oneLine } from './words/plain.ts';
import type { Report } from './words/report.ts';
import { OUTCOMES, score } from './words/student.ts';

/** The Test Anything Protocol, version 14. */
export const report: Report = {
  file: 'result.tap',
  audience: 'students',
  render(given, options) {
    const result = forPlatforms(given);
    const tests = testsOf(result, options);
    const lines = [
      'TAP version 14',
      tests.length === 0 ? '1..0 # SKIP nothing was asked' : `1..${tests.length}`,
      ...tests.flatMap((test, nth) => [testLine(test, nth + 1), ...diagnostics(test)]),
      `# ${score(result.points)}`,
    ];
    return `${lines.join('\n')}\n`;
  },
};

/** Our own errors fail as well, because the protocol knows no more; their severity tells them apart. */
const SEVERITIES: Readonly<Record<Status, string | null>> = {
  pass: null,
  fail: 'fail',
  error: 'error',
  skip: null,
};

function testLine({ name, check }: Test, number: number): string {
  const outcome = check.status === 'pass' ? 'ok' : 'not ok';
  const directive = check.status === 'skip' ? ` # SKIP ${OUTCOMES.skip.word}` : '';
  return `${outcome} ${number} - ${description(name)}${directive}`;
}

/** A name that ends in a brace would open a test within the test. */
function description(name: string): string {
  return name.replace(/[\\#]/g, '\\$&').replace(/\{$/, '{\u2060');
}

/** A block of YAML, every value of which is JSON: whatever it holds stays in its line. */
function diagnostics({ message, place, check }: Test): readonly string[] {
  const severity = SEVERITIES[check.status];
  const entries = Object.entries({
    ...(message === '' ? {} : { message: oneLine(message) }),
    ...(severity === null ? {} : { severity }),
    reason: check.reason,
    points: { earned: decimal(check.points.earned), possible: decimal(check.points.possible) },
    at: { file: quiet(place.file), ...(place.line === null ? {} : { line: place.line }) },
  });
  return [
    '  ---',
    ...entries.map(([name, value]) => `  ${name}: ${JSON.stringify(value)}`),
    '  ...',
  ];
}
