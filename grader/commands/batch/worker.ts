import { Tinypool } from 'tinypool';
import { inBrief } from '../../../reports/class/page.ts';
import { Refusal } from '../../contract/refusal.ts';
import { grade } from '../../grade.ts';
import { readCourse } from '../../intake/course.ts';
import { fixedKey } from '../../make-key.ts';
import { Stopwatch } from '../../stopwatch.ts';
import { openWorkbench } from '../workbench.ts';
import { writeWhole } from '../write.ts';
import { GO_ON, sizesOf, textsFor } from './files.ts';
import type { Entry } from './journal.ts';
import type { Answer, Orders, Task } from './task.ts';

// The pool hands to each worker what was given to it as the orders of all.
const orders = Tinypool.workerData as Orders;
const course = await readCourse(orders.course);
const bench = await openWorkbench(course, { many: true, isolation: orders.isolation });
const keys = fixedKey(orders.key, orders.canLink ? course : null);

/**
 * Grades one hand-in and writes all that is written of it, in a thread of its own with
 * a compiler, an analyst and a process of the student's that no other worker shares.
 */
export default async function gradeHandIn(task: Task): Promise<Answer> {
  try {
    return { entry: await finished(task) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    // An error loses on its way between threads what it is.
    const { code, message, remedy } = error;
    return { refused: { code, message, remedy } };
  }
}

async function finished({ submission, collected, about }: Task): Promise<Entry> {
  const clock = new Stopwatch({ collect: collected });
  const { evidence, result } = await grade({ ...bench, keys }, submission, clock);
  // How long it took stands in the journal alone: all other files are the same every time.
  const timeless = { ...result, timings: {} };
  const texts = await clock.during('render', () =>
    textsFor(timeless, evidence, about.name, orders),
  );
  await clock.during('write', () => writeWhole(texts, GO_ON));
  return {
    id: submission.id,
    ...about,
    files: sizesOf(texts, orders.out),
    mark: null,
    brief: inBrief(timeless),
    times: clock.times(),
  };
}
