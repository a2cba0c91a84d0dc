import { greatest, median, quantile } from 'd3-array';
import { titleInWords } from './clip.ts';
import { type ClassMember, compareText, type Person, personOf } from './member.ts';

/** How long it took to the end of one stage. */
export interface StageTiming {
  readonly stage: string;
  readonly count: number;
  readonly median: string;
  readonly most: string;
  readonly slowest: { readonly time: string; readonly person: Person };
}

/**
 * Times from the start to the end of each stage, in the order in which stages end.
 * They are not taken from each other: stages run side by side.
 */
export function timingsOf(members: readonly ClassMember[]): readonly StageTiming[] {
  const stages = new Set(members.flatMap(({ result }) => Object.keys(result.timings)));
  return [...stages]
    .flatMap((stage) => timingOf(stage, members) ?? [])
    .sort(
      (one, other) => one.middle - other.middle || compareText(one.view.stage, other.view.stage),
    )
    .map(({ view }) => view);
}

function timingOf(stage: string, members: readonly ClassMember[]) {
  const laps = members.flatMap((member) => {
    // A stage is a name in a document, and may be one that every object knows.
    const own = Object.entries(member.result.timings).filter(([name]) => name === stage);
    return own.map(([, time]) => ({ member, time }));
  });
  const times = laps.map(({ time }) => time);
  const slowest = greatest(laps, ({ time }) => time);
  const [middle, most] = [median(times), quantile(times, 0.9)];
  if (slowest === undefined || middle === undefined || most === undefined) return null;
  const view: StageTiming = {
    stage: titleInWords(stage),
    count: laps.length,
    median: seconds(middle),
    most: seconds(most),
    slowest: { time: seconds(slowest.time), person: personOf(slowest.member) },
  };
  return { middle, view };
}

/** Milliseconds as seconds, to a hundredth: "1.23 s". */
function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}
