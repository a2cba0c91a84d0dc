/** No honest source comes near; a parser that calls itself for every level has room for many times more. */
const DEEPEST = 1000;
const MOST_ARROWS = 10_000;

/**
 * Whether a source may be nested so deeply that a parser's stack overflows. It
 * looks at characters alone and does not know texts and comments from code, which
 * is why its limits are far beyond anything that is written by hand.
 */
export function isNestedTooDeeply(source: string): boolean {
  let open = 0;
  let signs = 0;
  let arrows = 0;
  for (let at = 0; at < source.length; at += 1) {
    const character = source[at];
    switch (character) {
      case '(':
      case '[':
      case '{':
        open += 1;
        signs = 0;
        break;
      case ')':
      case ']':
      case '}':
        open -= 1;
        signs = 0;
        break;
      case '!':
      case '~':
      case '+':
      case '-':
        signs += 1;
        break;
      case ' ':
      case '\n':
        break;
      default:
        if (character === '>' && source[at - 1] === '=') arrows += 1;
        signs = 0;
    }
    if (open > DEEPEST || signs > DEEPEST || arrows > MOST_ARROWS) return true;
  }
  return false;
}
