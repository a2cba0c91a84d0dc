/** Characters of console output that is kept of an exercise; with the note that more was left out, 8 KiB. */
export const PRINTED_LIMIT = 8 * 1024 - 64;

const { stringify } = JSON;

let text = '';
let full = false;
let muted = false;

/**
 * A console that keeps what a student prints, as text and up to a limit. It is
 * shown to the student and is never read for answers.
 */
export function makeConsole(): Readonly<Record<string, (...items: unknown[]) => void>> {
  const print = (...items: unknown[]): void => {
    if (full || muted) return;
    let line = '';
    for (let index = 0; index < items.length; index += 1) {
      line += `${index === 0 ? '' : ' '}${inWords(items[index])}`;
      if (line.length > PRINTED_LIMIT) break;
    }
    text += `${line}\n`;
    if (text.length > PRINTED_LIMIT) {
      full = true;
      text = `${text.substring(0, PRINTED_LIMIT)}\n(more was printed and left out)\n`;
    }
  };
  const nothing = (): void => undefined;
  return {
    log: print,
    info: print,
    warn: print,
    error: print,
    debug: print,
    table: print,
    trace: print,
    dir: (item) => print(item),
    dirxml: print,
    group: print,
    groupCollapsed: print,
    assert: (holds, ...items) => {
      if (!holds) print('Assertion failed', ...items);
    },
    // The rest of a console: there is no clock here, and nothing to indent.
    groupEnd: nothing,
    count: nothing,
    countReset: nothing,
    time: nothing,
    timeEnd: nothing,
    timeLog: nothing,
    clear: nothing,
  };
}

/** Does work of our own, of which a student would not know why it prints. */
export function unprinted<T>(work: () => T): T {
  muted = true;
  try {
    return work();
  } finally {
    muted = false;
  }
}

/** Begins anew, for the next exercise. */
export function forgetPrinted(): void {
  text = '';
  full = false;
}

/** All that was printed so far. */
export function printedText(): string {
  return text;
}

function inWords(item: unknown): string {
  if (typeof item === 'string') return item;
  try {
    if (typeof item === 'object' && item !== null && 'to2DArray' in item) {
      return inWords((item as { to2DArray(): unknown }).to2DArray());
    }
    return typeof item === 'object' ? stringify(item) : String(item);
  } catch {
    return '(something that cannot be shown)';
  }
}
