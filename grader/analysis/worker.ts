import { parentPort, workerData } from 'node:worker_threads';
import { Desk } from './desk.ts';
import type { Assignment } from './facts.ts';

// The thread that the compiler runs in, beside the processes that run the code.
// workerData and messages come from analyst.ts, which types both ends.
const desk = new Desk(workerData as ReadonlyMap<string, string>);

parentPort?.on('message', (assignments: readonly Assignment[]) => {
  parentPort?.postMessage(desk.read(assignments));
});
