const JOINER = '\u2060';

/**
 * Text that stays text where nobody knows what it is shown as: Markdown, HTML, or a
 * log that obeys commands. Whatever would begin a tag, an entity, a link, a mention
 * or a command is broken by a word joiner, which no reader sees.
 */
export function inert(text: string): string {
  return quiet(text).replace(
    /www(?=\.)|<(?=[a-z/!?])|&(?=[a-z#])|[@#](?=\w)|\](?=[([:])|:(?=\/\/)/gi,
    `$&${JOINER}`,
  );
}

/** Text that no log obeys: `::name::` is a command at the beginning of a line, and `##[name]` anywhere. */
export function quiet(text: string): string {
  return text.replace(/:(?=:)|#(?=#\[)/g, `$&${JOINER}`);
}
