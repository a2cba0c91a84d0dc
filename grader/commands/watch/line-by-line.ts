import { createInterface, type Interface } from 'node:readline';
import { listInWords } from '../../../reports/watch/list-view.ts';
import { progressLine } from '../../../reports/watch/progress.ts';
import { currentOf, type Item } from '../../../reports/watch/scene.ts';
import { statusInWords } from '../../../reports/watch/status.ts';
import { hintInWords, transcript } from '../../../reports/watch/transcript.ts';
import { oneLine } from '../../../reports/words/plain.ts';
import { nextJob, type WatchState } from '../../watch/state.ts';
import { commandIn } from '../../watch/typed.ts';
import type { Asked, Display, Listener } from './display.ts';

const COMMANDS =
  'Commands: h hint, l list, n next, p previous, o report, r again, q quit, or the number of an exercise.';

/** Where nobody says how wide a line may be. */
const USUAL_COLUMNS = 80;

/**
 * One line after the other, for a terminal that can do no more, for a pipe and for a
 * file. Commands are read as lines; from a pipe each waits until there is something
 * that it can be about. When a pipe ends, the watch goes on.
 */
export class LineByLine implements Display {
  readonly #input: NodeJS.ReadStream;
  readonly #output: NodeJS.WriteStream;
  readonly #waiting: Asked[] = [];
  #lines: Interface | null = null;
  #listener: Listener | null = null;
  #shown: WatchState | null = null;
  #told: { readonly item: Item; readonly opened: number } | null = null;
  #answering = false;
  #said = '';
  #progress = '';

  constructor(input: NodeJS.ReadStream, output: NodeJS.WriteStream) {
    this.#input = input;
    this.#output = output;
  }

  start(listener: Listener, name: string): void {
    this.#listener = listener;
    this.#write(`Chainrule watches ${oneLine(name)}. ${COMMANDS}\n`);
    this.#lines = createInterface({ input: this.#input, terminal: false });
    this.#lines.on('line', (text) => {
      const asked = commandIn(text);
      if (asked === null) {
        if (text.trim() !== '') this.#write(`${COMMANDS}\n`);
      } else if (this.#input.isTTY) {
        void listener.asked(asked);
      } else {
        this.#waiting.push(asked);
        this.#answerNext();
      }
    });
    // At a terminal, the end of the input is a person who goes.
    this.#lines.on('close', () => this.#input.isTTY && listener.gone());
  }

  show(state: WatchState): void {
    this.#shown = state;
    if (state.cursor !== null) {
      this.#write(
        `${listInWords(state).join('\n')}\nType the number of an exercise to work on it.\n`,
      );
      void this.#listener?.asked({ key: 'escape' });
      return;
    }
    this.#say(state);
    if (isSettled(state)) this.#tell(state);
    this.#answerNext();
  }

  stop(): void {
    this.#lines?.removeAllListeners('close');
    this.#lines?.close();
  }

  /** What goes on, where it is worth a line. */
  #say(state: WatchState): void {
    const { work, result } = currentOf(state);
    const long = work === 'slow' && result !== null;
    const worth = state.trouble !== null || state.notice !== null || long;
    const words = worth ? statusInWords(state) : '';
    if (words !== this.#said && words !== '') this.#write(`${words}\n`);
    this.#said = words;
  }

  /** The exercise where it was judged, a hint where one was opened, and how far all are. */
  #tell(state: WatchState): void {
    const columns = this.#output.columns || USUAL_COLUMNS;
    const item = currentOf(state);
    const told = this.#told;
    if (told?.item.result !== item.result || told.item.defect !== item.defect) {
      this.#write(`\n${transcript(state, columns)}`);
      this.#progress = progressLine(state, columns);
    } else if (state.opened > told.opened) {
      this.#write(hintInWords(state, columns));
    }
    this.#told = { item, opened: state.opened };
    const progress = progressLine(state, columns);
    if (nextJob(state) !== null || progress === this.#progress) return;
    this.#write(`${progress}\n`);
    this.#progress = progress;
  }

  /** From a pipe commands come all at once, before there is anything to be asked about. */
  #answerNext(): void {
    if (this.#answering || this.#shown === null || !isSettled(this.#shown)) return;
    const next = this.#waiting.shift();
    if (next === undefined) return;
    this.#answering = true;
    setImmediate(async () => {
      await this.#listener?.asked(next);
      this.#answering = false;
      this.#answerNext();
    });
  }

  #write(text: string): void {
    this.#output.write(text);
  }
}

/** Whether the exercise that is shown is the one to show, and judged as it is. */
function isSettled(state: WatchState): boolean {
  if (state.trouble !== null) return true;
  return currentOf(state).work === 'none' && (state.chosen || nextJob(state) === null);
}
