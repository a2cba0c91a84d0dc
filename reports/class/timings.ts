import { greatest, median, quantile } from 'd3-array';
import { STAGES, WHOLE } from '../../grader/contract/result.ts';
import { titleInWords } from './clip.ts';
import { type ClassMember, compareText, type Person, personOf } from './member.ts';

/** How long one stage took. */
export interface StageTiming {
  readonly stage: string;
  readonly count: number;
  readonly median: string;
  readonly most: string;
  readonly slowest: { readonly time: string; readonly person: Person };
}

/** In which order stages are told; those that only a document knows come last. */
const ORDER: readonly string[] = [...STAGES, WHOLE];

/** What each stage took by itself, in the order of the stages, and the whole. */
export function timingsOf(members: readonly ClassMember[]): readonly StageTiming[] {
  const stages = new Set(members.flatMap(({ result }) => Object.keys(result.timings)));
  const unknown = [...stages].filter((stage) => !ORDER.includes(stage)).sort(compareText);
  return [...ORDER, ...unknown].flatMap((stage) => timingOf(stage, members) ?? []);
}

function timingOf(stage: string, members: readonly ClassMember[]): StageTiming | null {
  const laps = members.flatMap((member) => {
    // A stage is a name in a document, and may be one that every object knows.
    const own = Object.entries(member.result.timings).filter(([name]) => name === stage);
    return own.map(([, time]) => ({ member, time }));
  });
  const times = laps.map(({ time }) => time);
  const slowest = greatest(laps, ({ time }) => time);
  const [middle, most] = [median(times), quantile(times, 0.9)];
  if (slowest === undefined || middle === undefined || most === undefined) return null;
  return {
    stage: titleInWords(stage),
    count: laps.length,
    median: seconds(middle),
    most: seconds(most),
    slowest: { time: seconds(slowest.time), person: personOf(slowest.member) },
  };
}

/** Milliseconds as seconds, to a hundredth: "1.23 s". */
function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}
