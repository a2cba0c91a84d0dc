/** Texts to be put into a source, of which nothing is taken away. */
export class Insertions {
  readonly #before = new Map<number, string>();
  readonly #behind = new Map<number, string>();

  /** Puts words in front of what begins at a place: of what is around first, then of what is in it. */
  before(at: number, words: string): void {
    this.#before.set(at, (this.#before.get(at) ?? '') + words);
  }

  /** Puts words behind what ends at a place: of what is inside first, then of what is around it. */
  behind(at: number, words: string): void {
    this.#behind.set(at, (this.#behind.get(at) ?? '') + words);
  }

  /** The source with all that was put into it, which was written for no other. */
  into(source: string): string {
    const places = [...new Set([...this.#before.keys(), ...this.#behind.keys()])];
    let text = '';
    let from = 0;
    for (const at of places.sort((a, b) => a - b)) {
      text += source.slice(from, at);
      // What ends here came before what begins here.
      text += (this.#behind.get(at) ?? '') + (this.#before.get(at) ?? '');
      from = at;
    }
    return text + source.slice(from);
  }
}
