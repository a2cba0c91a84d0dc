import { causeOf } from './cause.ts';
import { cells } from './cells.ts';
import type { Line, Part } from './line.ts';
import { currentOf, type Scene } from './scene.ts';

type Key = readonly [key: string, words: string];

const IN_LIST: readonly Key[] = [
  ['j k', 'move'],
  ['Enter', 'choose'],
  ['Esc', 'back'],
  ['q', 'quit'],
];

/** The keys that do something, in as many lines as they need. */
export function footerLines(scene: Scene, columns: number): readonly Line[] {
  const lines: Part[][] = [];
  let taken = columns;
  for (const [key, words] of scene.cursor === null ? keysOf(scene) : IN_LIST) {
    const width = cells(`${key} ${words}`);
    if (taken + 2 + width > columns) {
      lines.push([{ text: ' ' }]);
      taken = 1;
    } else {
      lines.at(-1)?.push({ text: '  ' });
      taken += 2;
    }
    lines.at(-1)?.push({ text: key, look: 'bold' }, { text: ` ${words}`, look: 'dim' });
    taken += width;
  }
  return lines;
}

function keysOf(scene: Scene): readonly Key[] {
  return [
    ...hintKey(scene),
    ['l', 'list'],
    ['n', 'next'],
    ['p', 'previous'],
    ['o', 'report'],
    ['r', 'again'],
    ['q', 'quit'],
  ];
}

function hintKey(scene: Scene): readonly Key[] {
  const { result } = currentOf(scene);
  const rungs = result === null ? 0 : (causeOf(result)?.rungs.length ?? 0);
  if (rungs === 0) return [];
  return [
    ['h', scene.opened >= rungs ? 'hint (all open)' : `hint (${scene.opened + 1} of ${rungs})`],
  ];
}
