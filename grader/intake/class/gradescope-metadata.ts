import { parseDocument } from 'yaml';
import { Refusal } from '../../contract/refusal.ts';

/** What the metadata says of one submission. */
export interface GradescopeSubmission {
  readonly submitters: readonly {
    readonly name: string | null;
    readonly sid: string | null;
    readonly email: string | null;
  }[];
  /** ISO 8601, UTC. */
  readonly at: string | null;
  /** Whether another one of the same students came after it. */
  readonly isEarlier: boolean;
}

/** Names of folders are looked up by these: nothing else may be one, least of all a way out. */
const FOLDER = /^submission_\w+$/;

/**
 * Submissions by the names of their folders, earlier ones of the same students too.
 *
 * @param label how messages call the document
 * @throws Refusal where it is no such document
 */
export function gradescopeSubmissions(
  bytes: Buffer,
  label: string,
): ReadonlyMap<string, GradescopeSubmission> {
  const all = new Map<string, GradescopeSubmission>();
  const submissions = entriesOf(rootOf(bytes, label)).filter(([name]) => FOLDER.test(name));
  const latest = new Set(submissions.map(([name]) => name));
  for (const [name, fields] of submissions) {
    const submitters = listOf(field(fields, 'submitters')).map((submitter) => ({
      name: wordsOf(field(submitter, 'name')),
      sid: wordsOf(field(submitter, 'sid')),
      email: wordsOf(field(submitter, 'email')),
    }));
    all.set(name, { submitters, at: timeOf(field(fields, 'created_at')), isEarlier: false });
    for (const earlier of listOf(field(fields, 'history'))) {
      const id = wordsOf(field(earlier, 'id'));
      const folder = `submission_${id}`;
      if (!FOLDER.test(folder) || latest.has(folder)) continue;
      all.set(folder, { submitters, at: timeOf(field(earlier, 'created_at')), isEarlier: true });
    }
  }
  return all;
}

/** A field of a submission, as Ruby indents it, and those that are read here. */
const FIELD = /^ {2}[^\s-]/;
const READ = /^ {2}:?(?:submitters|created_at|history):/;

/**
 * The metadata without the results, which are most of it: what students printed is then
 * neither parsed nor waited for.
 */
function withoutResults(text: string): string {
  let isRead = true;
  return text
    .split(/\r?\n/)
    .filter((line) => {
      if (/^\S/.test(line)) isRead = true;
      else if (FIELD.test(line)) isRead = READ.test(line);
      return isRead;
    })
    .join('\n');
}

/** Every scalar stays the text that it is written as: a student number may begin with 0, or be beyond exact numbers. */
function rootOf(bytes: Buffer, label: string): unknown {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw damaged(label);
  }
  // What repeats in Ruby is written once, and that may be among the results.
  const root = yamlIn(withoutResults(text)) ?? yamlIn(text);
  if (root === undefined) throw damaged(label);
  return root;
}

/** A document of YAML, `undefined` where it is none. */
function yamlIn(text: string): unknown {
  try {
    const document = parseDocument(text, { schema: 'failsafe', logLevel: 'silent' });
    if (document.errors.length > 0) return undefined;
    return document.toJS({ mapAsMap: true, maxAliasCount: 100 });
  } catch {
    // An alias of nothing, or of too much.
    return undefined;
  }
}

function damaged(label: string): Refusal {
  return new Refusal(
    'broken-class',
    `${label} is damaged: it is not the YAML that Gradescope writes`,
    'Export the submissions anew.',
  );
}

function entriesOf(map: unknown): readonly [string, unknown][] {
  if (!(map instanceof Map)) return [];
  return [...map].filter((entry): entry is [string, unknown] => typeof entry[0] === 'string');
}

/** A field by its name, with or without the colon that marks a symbol of Ruby. */
function field(map: unknown, name: string): unknown {
  return map instanceof Map ? (map.get(`:${name}`) ?? map.get(name)) : undefined;
}

function listOf(list: unknown): readonly unknown[] {
  return Array.isArray(list) ? list : [];
}

function wordsOf(words: unknown): string | null {
  if (typeof words !== 'string') return null;
  const trimmed = words.trim();
  return trimmed === '' || trimmed === '~' || trimmed === 'null' ? null : trimmed;
}

const TIME =
  /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2})(\.\d{1,3})?\d*\s*(?:(Z|UTC)|([+-]\d{2}):?(\d{2}))$/;

function timeOf(words: unknown): string | null {
  const parts = typeof words === 'string' ? TIME.exec(words.trim()) : null;
  if (parts === null) return null;
  const [, day, clock, fraction = '', utc, hours, minutes] = parts;
  const zone = utc === undefined ? `${hours}:${minutes}` : 'Z';
  const time = new Date(`${day}T${clock}${fraction}${zone}`);
  return Number.isNaN(time.getTime()) ? null : time.toISOString();
}
