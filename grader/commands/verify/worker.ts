import { Tinypool } from 'tinypool';
import { Refusal } from '../../contract/refusal.ts';
import { readCourse } from '../../intake/course.ts';
import { Bench } from '../../verify/bench.ts';
import type { Task } from '../../verify/task.ts';
import { work } from '../../verify/work.ts';
import { openWorkbench } from '../workbench.ts';
import type { Answer, Orders } from './crew.ts';

// The pool hands to each worker what was given to it as the orders of all.
const orders = Tinypool.workerData as Orders;
const course = await readCourse(orders.course);
const bench = new Bench(await openWorkbench(course, { many: true, isolation: orders.isolation }));

/** Does one task of a proof, with keys, a compiler, an analyst and processes that no other worker shares. */
export default async function prove(task: Task): Promise<Answer> {
  try {
    return { findings: await work(task, bench) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    // An error loses on its way between threads what it is.
    const { code, message, remedy } = error;
    return { refused: { code, message, remedy } };
  }
}
