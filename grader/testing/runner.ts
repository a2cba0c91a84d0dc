/** A command that a runner of GitHub's obeys. */
export interface Obeyed {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

const NAMES = new Set([
  'error',
  'warning',
  'notice',
  'debug',
  'group',
  'endgroup',
  'add-mask',
  'stop-commands',
  'echo',
  'add-matcher',
  'remove-matcher',
  'set-output',
  'save-state',
  'set-env',
  'add-path',
]);

/**
 * What a runner of GitHub's obeys of a log, read as the runner does: a line that begins
 * with `::name`, or `##[name]` anywhere in one, unless commands are suspended.
 */
export function obeyedIn(log: string): readonly Obeyed[] {
  const found: Obeyed[] = [];
  let token: string | null = null;
  for (const line of log.split(/\r\n|\r|\n/)) {
    const names: ReadonlySet<string> =
      token === null ? NAMES : new Set([...NAMES, token.toLowerCase()]);
    const command: Obeyed | null = newForm(line, names) ?? oldForm(line, names);
    if (command === null) continue;
    if (token !== null) {
      if (command.name === token.toLowerCase()) token = null;
      continue;
    }
    if (command.name === 'stop-commands') token = command.data;
    found.push(command);
  }
  return found;
}

function newForm(line: string, names: ReadonlySet<string>): Obeyed | null {
  const trimmed = line.replace(/^[\s\u0085]+/, '');
  if (!trimmed.startsWith('::')) return null;
  const end = trimmed.indexOf('::', 2);
  if (end < 0) return null;
  const [, name = '', rest = ''] = /^(\S*)\s?([\s\S]*)$/.exec(trimmed.slice(2, end)) ?? [];
  return known(name, rest.split(','), trimmed.slice(end + 2), names);
}

function oldForm(line: string, names: ReadonlySet<string>): Obeyed | null {
  const start = line.indexOf('##[');
  const end = start < 0 ? -1 : line.indexOf(']', start);
  if (end < 0) return null;
  const [, name = '', rest = ''] = /^(\S*)\s?([\s\S]*)$/.exec(line.slice(start + 3, end)) ?? [];
  return known(name, rest.split(';'), line.slice(end + 1), names);
}

function known(
  name: string,
  properties: readonly string[],
  data: string,
  names: ReadonlySet<string>,
): Obeyed | null {
  if (!names.has(name.toLowerCase())) return null;
  return {
    name: name.toLowerCase(),
    properties: Object.fromEntries(
      properties
        .map((each) => /^\s*([^=]+)=([\s\S]*)$/.exec(each))
        .map((pair) => [pair?.[1] ?? '', unescaped(pair?.[2]?.trim() ?? '')] as const)
        .filter(([key, word]) => key !== '' && word !== ''),
    ),
    data: unescaped(data),
  };
}

function unescaped(text: string): string {
  return text
    .replace(/%0D/g, '\r')
    .replace(/%0A/g, '\n')
    .replace(/%3A/g, ':')
    .replace(/%2C/g, ',')
    .replace(/%25/g, '%');
}

/** The outputs of a step, read from its file as the runner does. @throws where it cannot be read */
export function outputsIn(text: string): Readonly<Record<string, string>> {
  const outputs: Record<string, string> = {};
  const lines = text.split(/\r\n|\r|\n/);
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (line === '') continue;
    const [, name, end] = /^([^=]*?)<<(.*)$/.exec(line) ?? [];
    if (name !== undefined && end !== undefined) {
      const last = lines.indexOf(end, at + 1);
      if (last < 0) throw new Error(`the output ${name} does not end`);
      outputs[name] = lines.slice(at + 1, last).join('\n');
      at = last;
    } else if (line.includes('=')) {
      outputs[line.slice(0, line.indexOf('='))] = line.slice(line.indexOf('=') + 1);
    } else {
      throw new Error(`"${line}" is no output`);
    }
  }
  return outputs;
}
