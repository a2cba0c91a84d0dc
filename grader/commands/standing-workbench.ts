import type { Course } from '../contract/course.ts';
import { closeWorkbench, openWorkbench, type Workbench } from './workbench.ts';

/** Milliseconds for which a workbench waits for more work. */
const IDLE = 500;

interface Standing {
  readonly workbench: Promise<Workbench>;
  working: number;
  closing: NodeJS.Timeout | null;
}

/** By the manifests of the course: after an edit, a workbench no longer fits. */
const standing = new Map<string, Standing>();

/**
 * Works at a workbench that stays set up until nobody has asked for it for a while:
 * each test file asks on its own, and knows of no other.
 */
export async function atWorkbench<T>(
  course: Course,
  work: (workbench: Workbench) => Promise<T>,
): Promise<T> {
  const name = course.exercises.map(({ digest }) => digest).join(' ');
  const bench = standing.get(name) ?? {
    workbench: openWorkbench(course, { many: false }),
    working: 0,
    closing: null,
  };
  standing.set(name, bench);
  if (bench.closing !== null) clearTimeout(bench.closing);
  bench.working += 1;
  try {
    return await work({ ...(await bench.workbench), course });
  } finally {
    bench.working -= 1;
    if (bench.working === 0) {
      bench.closing = setTimeout(() => {
        standing.delete(name);
        void bench.workbench.then(closeWorkbench, () => undefined);
      }, IDLE);
    }
  }
}
