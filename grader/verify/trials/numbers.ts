import { exerciseOf } from '../../solutions.ts';
import { attainmentsOf } from '../attainments.ts';
import type { Bench } from '../bench.ts';
import type { FixturesFinding, ThresholdsFinding } from '../finding.ts';
import { fixtureFindingsOf } from '../fixtures.ts';
import type { Task } from '../task.ts';

/** Seeds that distributions are taken over, and those that every mistake is trained on. */
const SEEDS = 100;
const SCREENING = 10;

/** Trains programs on many seeds, for the checks that have a threshold. */
export async function tryThresholds(
  { slug }: Extract<Task, { kind: 'thresholds' }>,
  { tools: { course, kinds } }: Bench,
): Promise<readonly ThresholdsFinding[]> {
  const exercise = exerciseOf(course, slug);
  const arena = { course, exercise, kinds, seeds: seedsUpTo(SEEDS), screening: SCREENING };
  return [{ kind: 'thresholds', slug, attainments: await attainmentsOf(arena) }];
}

/** Holds the inputs of probes to the rules. */
export async function tryFixtures(
  { slug, seeds }: Extract<Task, { kind: 'fixtures' }>,
  { tools: { course, kinds } }: Bench,
): Promise<readonly FixturesFinding[]> {
  const exercise = exerciseOf(course, slug);
  const findings = await fixtureFindingsOf(course, exercise, kinds, seedsUpTo(seeds));
  return [{ kind: 'fixtures', slug, findings }];
}

function seedsUpTo(count: number): readonly string[] {
  return Array.from({ length: count }, (_, at) => String(at + 1));
}
