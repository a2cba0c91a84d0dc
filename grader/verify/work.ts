import type { Bench } from './bench.ts';
import type { Finding } from './finding.ts';
import type { Task } from './task.ts';
import { tryAgain } from './trials/again.ts';
import { tryShare } from './trials/mutants.ts';
import { tryFixtures, tryThresholds } from './trials/numbers.ts';
import { tryPairs } from './trials/pairs.ts';
import { tryRight } from './trials/right.ts';
import { tryWrong } from './trials/wrong.ts';

/** Does one task, with nothing but what is on the bench. */
export function work(task: Task, bench: Bench): Promise<readonly Finding[]> {
  switch (task.kind) {
    case 'right':
      return tryRight(task, bench);
    case 'again':
      return tryAgain(task, bench);
    case 'wrong':
      return tryWrong(task, bench);
    case 'pairs':
      return tryPairs(task, bench);
    case 'thresholds':
      return tryThresholds(task, bench);
    case 'fixtures':
      return tryFixtures(task, bench);
    case 'mutants':
      return tryShare(task, bench);
  }
}
