import { Analyst } from '../analysis/analyst.ts';
import type { Course } from '../contract/course.ts';
import type { Isolation } from '../contract/evidence.ts';
import type { Kinds } from '../contract/kinds.ts';
import { readPackageTypes } from '../intake/package-types.ts';
import { loadKinds } from '../load.ts';
import { Sessions } from '../sandbox/sessions.ts';

/** What every command that grades sets up once. */
export interface Workbench {
  readonly course: Course;
  readonly kinds: Kinds;
  readonly analyst: Analyst;
  readonly sessions: Sessions;
}

/**
 * Sets a workbench up; whoever does so closes it.
 *
 * @param isolation where it has been found out already how strong it is here
 */
export async function openWorkbench(
  course: Course,
  { many, isolation }: { readonly many: boolean; readonly isolation?: Isolation },
): Promise<Workbench> {
  const kinds = await loadKinds(course);
  const analyst = new Analyst(await readPackageTypes());
  return { course, kinds, analyst, sessions: new Sessions(isolation, { ahead: many }) };
}

/** Ends the processes and threads of a workbench. */
export async function closeWorkbench({ analyst, sessions }: Workbench): Promise<void> {
  sessions.close();
  await analyst.close();
}

/**
 * Runs work with a workbench and clears it away afterwards, whatever happens.
 *
 * @param many whether the work grades one submission after the other
 */
export async function withWorkbench<T>(
  course: Course,
  many: { readonly many: boolean },
  work: (workbench: Workbench) => Promise<T>,
): Promise<T> {
  const workbench = await openWorkbench(course, many);
  try {
    return await work(workbench);
  } finally {
    await closeWorkbench(workbench);
  }
}
