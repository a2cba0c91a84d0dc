import type { CheckResult, Result } from '../../grader/contract/result.ts';
import { toFloat } from '../../grader/contract/value.ts';
import { percent, short } from '../words/numbers.ts';

/** One line of the table of tolerances: what was allowed, and how much of it was used. */
interface Margin {
  readonly check: string;
  readonly allowed: string;
  readonly used: string;
}

/** What tells another person how to get the same report, and how near each number came to its limit. */
export function reproduceView(result: Result) {
  const { secret, seed, course, grader, node, isolation } = result;
  const margins = result.exercises.flatMap(({ slug, checks }) =>
    checks.flatMap((check) => marginOf(check, slug.slice(0, 2))),
  );
  return {
    secret,
    seed,
    course,
    grader,
    node,
    isolation,
    isolationWords: WALLS[isolation],
    exercises: chosen(result),
    margins,
  };
}

/** The exercises as the command line names them; nothing where there are none. */
function chosen({ exercises }: Result): string {
  const numbers = exercises.map(({ slug }) => slug.slice(0, 2));
  return numbers.length === 0 ? '' : ` --exercise ${numbers.join(' ')}`;
}

const WALLS: Readonly<Record<Result['isolation'], string>> = {
  process: 'a process of its own',
  permissions: "a process of its own without permissions, by Node's permission model",
  system: "a process of its own behind the operating system's wall",
};

function marginOf(check: CheckResult, exercise: string): readonly Margin[] {
  const { tried, got } = check;
  if (got === null) return [];
  const name = `${exercise}: ${check.title}`;
  if (tried.tolerance !== null && got.margin !== null) {
    const { absolute, relative } = tried.tolerance;
    const allowed = `${short(absolute)} + ${short(relative)} of the number`;
    return [{ check: name, allowed, used: `${short(got.margin)} times what is allowed` }];
  }
  if (tried.threshold === null || got.measured === null) return [];
  const measured = toFloat(got.measured);
  switch (tried.against) {
    case 'held-out data': {
      const allowed = `at least ${percent(tried.threshold)} right`;
      return [{ check: name, allowed, used: `${percent(measured)} right` }];
    }
    case 'held-out values': {
      const allowed = `at least ${percent(tried.threshold)} explained`;
      return [{ check: name, allowed, used: `${percent(measured)} explained` }];
    }
    case 'a rule': {
      const used = `${short(got.measured)} from the nearest end`;
      return [{ check: name, allowed: 'inside its band', used }];
    }
    default:
      return [];
  }
}
