import { readdirSync } from 'node:fs';
import type { OptionHandler } from '@bomb.sh/tab';
import tab from '@bomb.sh/tab/commander';
import type { Command } from 'commander';
import { isExerciseSlug } from '../contract/identity.ts';
import { REPORT_FORMATS } from '../load.ts';

/**
 * `chainrule completion <shell>`: lets a shell complete commands, options, report formats
 * and the exercises of the folder that it is in. The shell asks with `complete`.
 */
export function offerCompletion(program: Command): void {
  const completion = tab(program, { completionCommandName: 'completion' });
  const each =
    (words: () => readonly string[]): OptionHandler =>
    (complete) => {
      for (const word of words()) complete(word, '');
    };
  const known: Readonly<Record<string, OptionHandler>> = {
    exercise: each(slugsHere),
    only: each(slugsHere),
    format: each(() => REPORT_FORMATS),
  };
  for (const command of completion.commands.values()) {
    for (const [name, handler] of Object.entries(known)) {
      const option = command.options.get(name);
      if (option !== undefined) option.handler = handler;
    }
  }
}

/** Exercises of the folder in which a word is being completed; whatever is wrong, there are none. */
function slugsHere(): readonly string[] {
  try {
    return readdirSync('exercises').filter(isExerciseSlug).sort();
  } catch {
    return [];
  }
}
