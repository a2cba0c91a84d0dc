import type { CheckResult, ExerciseResult } from '../../grader/contract/result.ts';
import { heatMapView } from '../drawing/picture.ts';
import { entry } from '../words/numbers.ts';
import { OUTCOMES, outcomeInWords, score } from '../words/student.ts';
import { triedInWords } from '../words/tried.ts';
import { checkAnchor } from './anchors.ts';
import type { Ladder, Told } from './ladder.ts';

/** What an instructor sees of a check beyond its student. */
export interface Behind {
  readonly probe: string;
  readonly mistake: string | null;
  /** How the mistake was recognised. */
  readonly match: string | null;
}

/** What is known of a check beyond its result when it is shown. */
export interface Surroundings {
  readonly rungs: Ladder | null;
  /** Where the same hints stand already. */
  readonly toldBy: Told | null;
  /** Whether there is room for a picture of what came back. */
  readonly drawn: boolean;
  readonly forInstructor: boolean;
}

/** One check as the page shows it. */
export function checkView(
  check: CheckResult,
  exercise: ExerciseResult,
  { rungs, toldBy, drawn, forInstructor }: Surroundings,
) {
  const compared = check.got?.compared ?? null;
  const words = outcomeInWords(check, exercise);
  return {
    id: checkAnchor(check, exercise),
    title: check.title,
    status: check.status,
    ...OUTCOMES[check.status],
    score: score(check.points),
    // What stands above in the same words need not be read twice.
    words: toldBy?.words === words ? '' : words,
    first: firstInWords(check),
    map:
      drawn && compared !== null
        ? heatMapView(compared, check.got?.names[0] ?? 'your output')
        : null,
    ladder: toldBy === null ? rungs : null,
    toldBy,
    tried: exercise.module.state === 'loaded' ? triedInWords(check) : null,
    behind: forInstructor ? behind(check, exercise) : null,
  };
}

/** Whether what came back is more than a sentence says. */
export function isWorthDrawing({ status, got }: CheckResult): boolean {
  return status === 'fail' && (got?.compared?.yours.length ?? 0) > 1;
}

/** Where an output departs first, where that is not the entry that is furthest off. */
function firstInWords({ got }: CheckResult): string | null {
  if (got?.wrong == null || got.worst === null || got.wrong.entries < 2) return null;
  const name = got.names[0] ?? 'your output';
  const [first, worst] = [entry(name, got.wrong.first), entry(name, got.worst.index)];
  return first === worst ? null : `The first entry that departs is ${first}.`;
}

function behind({ tried, means }: CheckResult, { mistakes }: ExerciseResult): Behind {
  const named = mistakes.filter(({ id }) => id === means.mistake || id === means.and);
  const probes = named[0]?.shownBy ?? [];
  const whose = named.length === 2 ? 'these two mistakes together' : 'this mistake';
  return {
    probe: tried.probe ?? 'none: the source was read',
    mistake: named.length === 0 ? null : named.map(({ id }) => id).join(' and '),
    match:
      named.length === 0
        ? null
        : `In ${probes.length === 1 ? 'the probe' : 'the probes'} ${probes.join(', ')} every output of every case equals that of ${whose} to 1e-9.`,
  };
}
