import { expect } from 'vitest';
import { chainruleInTerminal } from './terminal.ts';
import { workplace } from './workplace.ts';

/** A student's folder that is being watched in a terminal. */
export async function watching(
  own: Parameters<typeof chainruleInTerminal>[1] = {},
  files: Readonly<Record<string, string>> = {},
) {
  const work = await workplace(files);
  return {
    ...work,
    terminal: chainruleInTerminal(work.words, own),
    again: () => chainruleInTerminal(work.words, own),
  };
}

/** The settings of the terminal after the program are those before it, and its other screen is left. */
export function expectRestored(all: string): void {
  const settings = /before (\S+)[\s\S]*after (\S+)/.exec(all);
  expect(settings?.[2]).toBe(settings?.[1]);
  expect(all.lastIndexOf('\u001b[?1049l')).toBeGreaterThan(all.lastIndexOf('\u001b[?1049h'));
  expect(all.lastIndexOf('\u001b[?25h')).toBeGreaterThan(all.lastIndexOf('\u001b[?25l'));
}
