// How much room text takes on a terminal, in cells: most signs take one, those of
// East Asia and pictures two, accents none.

const signs = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** What is drawn over the sign before it, or not at all. */
const NOTHING = /^[\p{Mn}\p{Me}\p{Cf}]+$/u;
const PICTURE = /\p{Emoji_Presentation}|\ufe0f/u;
/** The blocks that Unicode (UAX #11) calls wide. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{16fe0}-\u{18dff}\u{1b000}-\u{1b2ff}\u{1f200}-\u{1f2ff}\u{20000}-\u{3fffd}]/u;

/** Cells that a line of text takes. */
export function cells(text: string): number {
  // Most text is plain, and is measured on every redraw.
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  return signsOf(text).reduce((sum, sign) => sum + cellsOfSign(sign), 0);
}

/** A text in pieces that fit the room, never cut within a sign; a sign that is wider than the room is left out. */
export function pieces(text: string, room: number): readonly string[] {
  if (cells(text) <= room) return [text];
  const found: string[] = [];
  let piece = '';
  let taken = 0;
  for (const sign of signsOf(text)) {
    const width = cellsOfSign(sign);
    if (width > room) continue;
    if (taken + width > room) {
      found.push(piece);
      piece = '';
      taken = 0;
    }
    piece += sign;
    taken += width;
  }
  return [...found, piece];
}

/** The beginning of a text as far as it fits, with a mark where there is more. */
export function fitted(text: string, room: number): string {
  if (cells(text) <= room) return text;
  return room < 1 ? '' : `${pieces(text, room - 1)[0] ?? ''}…`;
}

/** Words broken into lines that fit the room. */
export function wrapped(text: string, room: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((each) => pieces(each, room))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && cells(longer) > room) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return [...lines, line];
}

function signsOf(text: string): readonly string[] {
  return [...signs.segment(text)].map(({ segment }) => segment);
}

function cellsOfSign(sign: string): number {
  if (NOTHING.test(sign)) return 0;
  return WIDE.test(sign) || PICTURE.test(sign) ? 2 : 1;
}
