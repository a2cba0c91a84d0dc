import { median, sum } from 'd3-array';
import type { Entry } from './journal.ts';

/** Where the time of a class goes: milliseconds a hand-in by stage, as each ended, and what they come to. */
export function profileOf(entries: readonly Entry[]): string {
  const stages = [...new Set(entries.flatMap(({ times }) => Object.keys(times)))];
  const rows = stages.map((stage) => {
    const times = entries.flatMap(({ times }) => times[stage] ?? []);
    return [stage, ms(median(times) ?? 0), ms(Math.max(...times)), ms(sum(times))] as const;
  });
  const table = [['stage', 'median', 'most', 'together'] as const, ...rows];
  return table
    .map(
      ([stage, ...numbers]) =>
        `${stage.padEnd(10)}${numbers.map((each) => each.padStart(12)).join('')}\n`,
    )
    .join('');
}

const ms = (milliseconds: number): string => `${milliseconds.toFixed(1)} ms`;
