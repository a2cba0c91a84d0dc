import type { CheckResult, Reason } from '../../../grader/contract/result.ts';
import { short } from '../numbers.ts';
import { listed } from '../phrases.ts';
import { inCase, name, type Sentence } from './sentence.ts';

/** What is said of rows that do not come back as they should. */
export const OF_ROWS = {
  'rows-do-not-add-up': (check) =>
    check.got?.worst == null
      ? `The rows of ${name(check)} do not all add up to 1${inCase(check)}.`
      : `Row ${check.got.worst.index[0] ?? 0} of ${name(check)} (counted from 0) adds up to ${short(check.got.worst.yours)}${inCase(check)}; every row should add up to 1.`,
  'rows-missing': (check) =>
    ofRows(check, (row, which) => `Row ${row} of ${which} does not come back`, 'rows are missing'),
  'rows-repeated': (check) =>
    ofRows(
      check,
      (row, which) => `Row ${row} of ${which} comes back more often than it was given`,
      'rows are too many',
    ),
  'rows-new': (check) =>
    ofRows(
      check,
      (row, which) => `Row ${row} of what comes back is no row of ${which}`,
      'rows are none that you were given',
    ),
  'pairs-broken': (check) =>
    check.got?.wrong == null
      ? `What belongs to one example does not stay together${inCase(check)}.`
      : `Row ${check.got.wrong.first[0] ?? 0} (counted from 0) of ${listed(check.got.names)} is put together from different examples${inCase(check)}. ${check.got.wrong.entries} of ${check.got.wrong.of} rows are.`,
  'order-kept': (check) =>
    check.got?.names[1] === undefined
      ? `${name(check)} has the order in which it was given${inCase(check)}, where a new one is due.`
      : `${name(check)} has the same order as ${check.got.names[1]}${inCase(check)}, where a new one is due.`,
} satisfies Partial<Record<Reason, Sentence>>;

/** Says which row it is about first, and of how many the same is true. */
function ofRows(
  check: CheckResult,
  sentence: (row: string, which: string) => string,
  more: string,
): string {
  const { got } = check;
  const which = got?.names[1] ?? name(check);
  if (got?.wrong == null) return `The rows of ${which} do not all come back once${inCase(check)}.`;
  const { entries, of, first } = got.wrong;
  const says = `${sentence(`${first[0] ?? 0} (counted from 0)`, which)}${inCase(check)}.`;
  return entries === 1 ? says : `${says} In all, ${entries} of ${of} ${more}.`;
}
