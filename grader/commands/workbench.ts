import { Analyst } from '../analysis/analyst.ts';
import type { CheckKind } from '../contract/check-kind.ts';
import type { Course } from '../contract/course.ts';
import { readPackageTypes } from '../intake/package-types.ts';
import { loadCheckKinds } from '../load.ts';

/** What every command that grades sets up once. */
export interface Workbench {
  readonly course: Course;
  readonly kinds: ReadonlyMap<string, CheckKind>;
  readonly analyst: Analyst;
}

/** Runs work with a workbench and clears it away afterwards, whatever happens. */
export async function withWorkbench<T>(
  course: Course,
  work: (workbench: Workbench) => Promise<T>,
): Promise<T> {
  const kinds = await loadCheckKinds(course);
  const analyst = new Analyst(await readPackageTypes());
  try {
    return await work({ course, kinds, analyst });
  } finally {
    await analyst.close();
  }
}
