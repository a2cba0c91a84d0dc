import { isHeldOut, type KeyExercise } from './contract/key.ts';
import type { Modules } from './contract/modules.ts';
import type { Probe } from './contract/probe.ts';
import type { CheckResult, ExerciseResult } from './contract/result.ts';
import { decode } from './sandbox/inside/decode.ts';

/** Outcomes after which a program is not run again: it might never come back, or take this process with it. */
const NOT_AGAIN: ReadonlySet<CheckResult['reason']> = new Set([
  'stopped-while-loading',
  'timed-out',
  'out-of-memory',
  'too-much-output',
  'ended-early',
  'not-reached',
]);

/**
 * Makes the call of a check in this process, on the case in which it failed or else the
 * first, so that breakpoints are reached and the console is heard. What comes back
 * decides nothing: the verdict is the wall's.
 *
 * @returns what the student's program threw, or `null`
 */
export async function replay(
  { checks }: ExerciseResult,
  { tried, got }: CheckResult,
  key: KeyExercise,
  modules: Modules,
): Promise<unknown> {
  const name = tried.probe ?? '';
  const case_ = key.probes[name]?.cases[got?.case ?? 0];
  // A whole training is no place to stop at: shorter checks call the same functions.
  const isLong = case_ !== undefined && isHeldOut(case_) && got?.thrown == null;
  if (case_ === undefined || isLong || checks.some(({ reason }) => NOT_AGAIN.has(reason))) {
    return null;
  }
  try {
    const [work, { probes }] = await Promise.all([modules.work(), modules.probes()]);
    // Probes by name, as behind the wall, where they have answered before.
    const probe = (probes as Readonly<Record<string, Probe<object, unknown>>>)[name];
    probe?.run(work, decode(case_.input));
    return null;
  } catch (error) {
    return error;
  }
}
