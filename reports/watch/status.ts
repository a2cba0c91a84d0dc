import { counted } from '../words/phrases.ts';
import { currentOf, type Scene } from './scene.ts';

/** What is going on, in a sentence; else nothing. */
export function statusInWords(scene: Scene): string {
  if (scene.trouble !== null) return scene.trouble;
  const { work, glimpse, result } = currentOf(scene);
  if (work === 'slow') {
    if (result === null) return 'running still … The first time takes longest.';
    const within = counted(result.limits.seconds, 'second', 'seconds');
    return `running still … Is there a loop that does not end? Each call is stopped after ${within}.`;
  }
  if (work !== 'none') {
    const right = glimpse?.checks.filter(({ status }) => status === 'pass').length ?? 0;
    return right === 0
      ? 'running …'
      : `running … ${counted(right, 'check is', 'checks are')} right so far`;
  }
  if (scene.notice !== null) return scene.notice;
  const others = scene.exercises.filter((each) => each.work !== 'none').length;
  return others === 0 ? '' : `judging ${counted(others, 'other exercise', 'other exercises')} …`;
}
