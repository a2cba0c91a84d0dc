import { bin, max, range } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { rounded } from '../drawing/places.ts';
import { counted } from './member.ts';

/** How many submissions scored between two percentages; the last bin holds its end too. */
export interface ScoreBin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** Counts scores in ten bins of ten per cent, so that every score is in exactly one. */
export function binsOf(scores: readonly number[]): readonly ScoreBin[] {
  const binned = bin()
    .domain([0, 100])
    .thresholds(range(10, 100, 10));
  return binned(scores.map((score) => Math.min(100, Math.max(0, score)))).map((held) => ({
    from: held.x0 ?? 0,
    to: held.x1 ?? 100,
    count: held.length,
  }));
}

// In units of the picture, which grows and shrinks with the page.
const SIZE = { width: 480, height: 212 };
const FRAME = { left: 46, right: 456, top: 26, bottom: 180 };

/** The distribution of scores as places in a picture, and the same in words. */
export function histogramOf(scores: readonly number[]) {
  const bins = binsOf(scores);
  const x = scaleLinear([0, 100], [FRAME.left, FRAME.right]);
  const y = scaleLinear([0, max(bins, ({ count }) => count) || 1], [FRAME.bottom, FRAME.top]).nice(
    4,
  );
  return {
    ...SIZE,
    ...FRAME,
    words: inWords(bins),
    rows: bins.map((each) => ({ range: rangeInWords(each), count: each.count })),
    bars: bins.map(({ from, to, count }) => ({
      x: rounded(x(from) + 1.5),
      y: rounded(y(count)),
      width: rounded(x(to) - x(from) - 3),
      height: rounded(y(0) - y(count)),
      middle: rounded((x(from) + x(to)) / 2),
      above: rounded(y(count) - 5),
      count,
    })),
    across: x.ticks(5).map((tick) => ({ at: rounded(x(tick)), label: tick })),
    // There is no half of a submission.
    up: y
      .ticks(4)
      .filter(Number.isInteger)
      .map((tick) => ({ at: rounded(y(tick)), label: tick })),
  };
}

function rangeInWords({ from, to }: ScoreBin): string {
  return to === 100 ? `${from} % to 100 %` : `${from} % to below ${to} %`;
}

function inWords(bins: readonly ScoreBin[]): string {
  const held = bins
    .filter(({ count }) => count > 0)
    .map((each) => `${rangeInWords(each)}: ${counted(each.count)}`);
  return `Bar chart of how many submissions reached which score. ${held.join('; ')}. No other score was reached.`;
}
