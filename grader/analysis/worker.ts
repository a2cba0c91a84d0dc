import { parentPort, workerData } from 'node:worker_threads';
import { Desk } from './desk.ts';
import type { Assignment } from './facts.ts';
import { tracedText } from './traced.ts';

/** What the thread may be asked: the facts of a submission, or a text that keeps its lines. */
export type Errand =
  | { readonly read: readonly Assignment[] }
  | { readonly trace: string; readonly beside: readonly string[] };

// The thread that the compiler runs in, beside the processes that run the code.
// workerData and messages come from analyst.ts, which types both ends.
const desk = new Desk(workerData as ReadonlyMap<string, string>);

parentPort?.on('message', (errand: Errand) => {
  parentPort?.postMessage(
    'read' in errand ? desk.read(errand.read) : tracedText(errand.trace, errand.beside),
  );
});
