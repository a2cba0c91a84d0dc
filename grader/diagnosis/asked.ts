import type { Observation } from '../contract/evidence.ts';

/** Observations without the fields that nobody asked for: a student may return more than the reference. */
export function asked(
  observations: readonly Observation[],
  reference: readonly Observation[],
): readonly Observation[] {
  return observations.map((observation, at) => {
    const due = reference[at];
    if (observation.outcome !== 'returned' || due?.outcome !== 'returned') return observation;
    const { output } = observation;
    if (output.kind !== 'record' || due.output.kind !== 'record') return observation;
    const names = Object.keys(due.output.fields);
    const fields = Object.fromEntries(
      Object.entries(output.fields).filter(([name]) => names.includes(name)),
    );
    return { ...observation, output: { kind: 'record', fields } };
  });
}
