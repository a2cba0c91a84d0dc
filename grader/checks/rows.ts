import { Type } from '@sinclair/typebox';
import type { CheckKind, Finding } from '../contract/check-kind.ts';
import { closed, recordOf } from '../contract/identity.ts';
import type { FailReason, Got } from '../contract/result.ts';
import { type Column, readColumns } from '../numbers/columns.ts';
import { leftOver, type Rows, sideBySide } from '../numbers/rows.ts';
import { together } from '../numbers/together.ts';

const Settings = closed({
  arrangements: Type.Array(
    recordOf(Type.String({ minLength: 1 }), {
      minProperties: 1,
      description:
        'Outputs whose rows belong together, each with the place in the input that they come from: {"X": "X", "Y": "Y"}. An output is a matrix or a list of matrices; rows are counted in the first.',
    }),
    { minItems: 1, description: 'Each of them holds every row of the input exactly once.' },
  ),
  newOrder: Type.Optional(
    Type.Boolean({
      description: 'Whether none may have the order of the input, nor that of another.',
    }),
  ),
});

const HOLDS: Finding = { status: 'pass', got: {} };

/**
 * Whether outputs hold every row of the input exactly once, in whatever order: nothing lost,
 * nothing twice, nothing new, and what belongs together still together. Rows are moved and
 * not computed, so there is no tolerance.
 */
export const kind: CheckKind<typeof Settings> = {
  settings: Settings,

  tried: ({ arrangements }) => ({
    against: 'a rule',
    output: arrangements.flatMap((outputs) => Object.keys(outputs)).join(', '),
  }),

  judge({ settings: { arrangements, newOrder = false }, cases }) {
    return together(
      cases.map((judged, at) => {
        const read = arrangements.map((outputs) => readColumns(outputs, judged, at));
        const findings = read.map(({ columns, finding }) => finding ?? departure(columns, at));
        const found = together(findings);
        if (found.status !== 'pass' || !newOrder) return found;
        return keptOrder(
          read.map(({ columns }) => columns),
          at,
        );
      }),
    );
  },
};

/** What is wrong with the rows of one arrangement, whatever their order. */
function departure(columns: readonly Column[], at: number): Finding {
  for (const { name, place, came, due } of columns) {
    const known = new Set(due);
    const strangers = came.flatMap((row, nth) => (known.has(row) ? [] : [nth]));
    if (strangers.length > 0)
      return failed('rows-new', at, { names: [name, place], wrong: counted(strangers, came) });
  }
  const [first] = columns;
  if (first === undefined) return HOLDS;
  const { name, place, came, due } = first;
  const repeated = leftOver(came, due);
  const missing = leftOver(due, came);
  const names = [name, place];
  if (repeated.length > 0) {
    // A student looks for the row among those that were given.
    const original = due.indexOf(came[repeated[0] ?? 0] ?? '');
    const wrong = { entries: repeated.length, of: came.length, first: [original] };
    return failed('rows-repeated', at, { names, wrong });
  }
  if (missing.length > 0)
    return failed('rows-missing', at, { names, wrong: counted(missing, due) });
  const pairs = sideBySide(columns.map((column) => column.came));
  const broken = leftOver(pairs, sideBySide(columns.map((column) => column.due)));
  if (broken.length === 0) return HOLDS;
  const torn = columns.map((column) => column.name);
  return failed('pairs-broken', at, { names: torn, wrong: counted(broken, pairs) });
}

/** Whether an order is that of the input, or that of an arrangement before it. */
function keptOrder(arrangements: readonly (readonly Column[])[], at: number): Finding {
  const names = new Map<string, readonly string[]>();
  for (const columns of arrangements) {
    const given = sideBySide(columns.map(({ due }) => due));
    // Where all rows are alike, there is no other order.
    if (new Set(given).size < 2)
      return { status: 'error', reason: 'reference-failed', got: { case: at } };
    const order = sideBySide(columns.map(({ came }) => came)).join('\n');
    const own = columns.slice(0, 1).map(({ name }) => name);
    const other = order === given.join('\n') ? [] : names.get(order);
    if (other !== undefined) return failed('order-kept', at, { names: [...own, ...other] });
    names.set(order, own);
  }
  return HOLDS;
}

function counted(places: readonly number[], rows: Rows): Got['wrong'] {
  return { entries: places.length, of: rows.length, first: places.slice(0, 1) };
}

function failed(reason: FailReason, at: number, got: Partial<Got>): Finding {
  return { status: 'fail', reason, got: { case: at, ...got } };
}
