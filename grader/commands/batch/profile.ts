import { median, sum } from 'd3-array';
import { STAGES, WHOLE } from '../../contract/result.ts';
import type { Entry } from './journal.ts';

/**
 * Where the time of a class goes: milliseconds a hand-in by stage, each by itself, with the
 * most that one took and what all of them took, and the whole of each.
 */
export function profileOf(entries: readonly Pick<Entry, 'times'>[]): string {
  const rows = [...STAGES, WHOLE].flatMap((stage) => {
    const times = entries.flatMap(({ times }) => times[stage] ?? []);
    const [middle, most] = [median(times), Math.max(...times)];
    return middle === undefined ? [] : [[stage, ms(middle), ms(most), ms(sum(times))] as const];
  });
  const table = [['stage', 'median', 'most', 'together'] as const, ...rows].map(
    ([stage, ...numbers]) =>
      `${stage.padEnd(10)}${numbers.map((each) => each.padStart(12)).join('')}`,
  );
  return [...table, ...NOTES, ''].join('\n');
}

const NOTES = [
  '"analyse" and "key" work beside "compile" and "run", and count in "whole" only where those wait for them;',
  '"explain" compiles and runs again. "whole" is one hand-in from its first to its last stage; several are graded at a time.',
];

const ms = (milliseconds: number): string => `${milliseconds.toFixed(1)} ms`;
