import { readFrame } from './frame.ts';

/** How a request ended: with text from the realm, or without. */
export type Reply =
  | { readonly state: 'answered'; readonly text: string }
  /** With the milliseconds of processor time that it had. */
  | { readonly state: 'late'; readonly processor: number }
  | { readonly state: 'nothing' };

/** What the bytes of a child come to. */
export type Received =
  | { readonly state: 'waiting' }
  | { readonly state: 'reply'; readonly reply: Reply }
  /** More than one answer may hold. */
  | { readonly state: 'too-large' }
  /** What our program never sends: something else speaks there. */
  | { readonly state: 'forged' };

/**
 * The receiving end of the channel: bytes in, at most one reply to each request
 * out. Whatever arrives beside that is forged, because the child's own program
 * answers once and says nothing of its own accord.
 */
export class Inbox {
  #received = Buffer.alloc(0);
  #question: number | null = null;
  #limit = 0;

  /**
   * @param question number of the question, which its answer begins with
   * @param limit bytes that the body of the answer may have
   */
  expect(question: number, limit: number): void {
    this.#question = question;
    this.#limit = limit;
  }

  receive(bytes: Uint8Array): Received {
    const question = this.#question;
    if (question === null) return { state: 'forged' };
    this.#received = Buffer.concat([this.#received, bytes]);
    const arrived = readFrame(this.#received, this.#limit);
    if (arrived.state === 'partial') return { state: 'waiting' };
    if (arrived.state === 'too-large') return arrived;
    this.#received = Buffer.alloc(0);
    this.#question = null;
    const mark = `${question}:`;
    const belongs = arrived.surplus === 0 && arrived.text.startsWith(mark);
    const reply = belongs ? replyOf(arrived.text.slice(mark.length)) : null;
    return reply === null ? { state: 'forged' } : { state: 'reply', reply };
  }
}

function replyOf(text: string): Reply | null {
  if (text.startsWith('a')) return { state: 'answered', text: text.slice(1) };
  if (text === 'f') return { state: 'nothing' };
  return /^l\d{1,9}$/.test(text) ? { state: 'late', processor: Number(text.slice(1)) } : null;
}
