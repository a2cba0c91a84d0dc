import type {
  CheckResult,
  ExerciseResult,
  Got,
  Points,
  Reason,
  Status,
} from '../../grader/contract/result.ts';
import { toFloat } from '../../grader/contract/value.ts';
import { entry, percent, points, shape, short } from './numbers.ts';
import { listed } from './phrases.ts';
import { type Clue, clueIn } from './signatures.ts';

// All that a student reads about outcomes, in every format, is worded here.

/** An outcome as a word and a sign: never colour alone. */
export const OUTCOMES: Readonly<Record<Status, { readonly word: string; readonly sign: string }>> =
  {
    pass: { word: 'right', sign: '✔' },
    fail: { word: 'not yet', sign: '✘' },
    error: { word: 'could not be judged', sign: '!' },
    skip: { word: 'waits', sign: '…' },
  };

/** "12.5 of 20 points". */
export function score(earned: Points): string {
  return `${share(earned)} points`;
}

/** The same where it is plain what is counted: "12.5 of 20". */
export function share({ earned, possible }: Points): string {
  return `${points(earned)} of ${points(possible)}`;
}

/** What was tried, in one sentence. */
export function triedInWords({ tried }: CheckResult): string {
  const cases = tried.cases === 1 ? 'one seeded case' : `${tried.cases} seeded cases`;
  const tolerance =
    tried.tolerance === null
      ? ''
      : ` Each number may be off by ${short(tried.tolerance.absolute)} plus ${short(tried.tolerance.relative)} of its size.`;
  const outputs = tried.output?.split(', ') ?? ['output'];
  const compared = `Your ${listed(outputs)} ${outputs.length === 1 ? 'was' : 'were'} compared with`;
  switch (tried.against) {
    case 'reference':
      return `${compared} the reference, in ${cases}.${tolerance}`;
    case 'differences':
      return `${compared} the measured slopes of the loss, in ${cases}.${tolerance}`;
    case 'held-out data':
      return `The network that your code trained was tried on points it had not seen.${
        tried.threshold === null
          ? ''
          : ` It has to get at least ${percent(tried.threshold)} of them right.`
      }`;
    case 'a rule':
      return `Your code was run in ${cases}, to see whether this holds in each.`;
    case 'the source':
      return 'The text of your file was read.';
  }
}

/** What came back, in a sentence or two; for a check that passed, nothing. */
export function outcomeInWords(check: CheckResult, exercise: ExerciseResult): string {
  const words = SENTENCES[check.reason](check, exercise)
    .trimEnd()
    .replace(/^your /, 'Your ');
  // What a compiler or an error says need not end as sentences do.
  return words === '' || /[.?!]$/.test(words) ? words : `${words}.`;
}

type Sentence = (check: CheckResult, exercise: ExerciseResult) => string;

// A result may leave out whatever its schema lets it: no sentence relies on more than its reason.

/** "in case 2 of 3", or nothing where there is one case. */
function inCase({ got, tried }: CheckResult): string {
  if (got === null || got.case === null || tried.cases < 2) return '';
  return ` in case ${got.case + 1} of ${tried.cases}`;
}

const name = ({ got, tried }: CheckResult): string =>
  got?.names[0] ?? tried.output ?? 'your output';
const came = ({ got }: CheckResult): string => got?.words ?? 'something else';
/** ": TypeError: X.matmul is not a function", as far as it is known. */
const thrown = ({ got }: CheckResult): string =>
  [got?.thrown?.name, got?.thrown?.message]
    .filter(Boolean)
    .map((part) => `: ${part}`)
    .join('');
const at = ({ got }: CheckResult): string =>
  got?.place == null ? '' : ` (line ${got.place.line}, column ${got.place.column})`;

const REFUSED: Readonly<Record<string, string>> = {
  'symbolic-link': 'is a symbolic link, or lies behind one; put the file itself there',
  'not-a-file': 'is not a file',
  'too-large': 'is larger than 256 KiB',
  binary: 'holds bytes that are no text',
  'not-utf8': 'is not saved as UTF-8; save it with that encoding',
  ambiguous: 'is there twice with different contents; keep one of the two',
};

const LOADING: Readonly<Record<string, string>> = {
  'timed-out': ': it did not come to an end in time. Is there a loop at the top of the file?',
  'out-of-memory': ': it used up its memory',
  'ended-early': ': it ended on its own',
};

/** Seconds in words: `1 second`, `5 seconds`. */
function seconds(count: number): string {
  return `${short(count)} ${count === 1 ? 'second' : 'seconds'}`;
}

/** Says how far an output is off, and where first. */
function differs(check: CheckResult, what: string): string {
  const { got } = check;
  if (got?.worst == null) return `${name(check)} differs from ${what}${inCase(check)}.`;
  const { index, yours, error, allowed } = got.worst;
  const is = `${entry(name(check), index)} is ${short(yours)}${inCase(check)}`;
  // Only NaN is NaN away from a number.
  if (error === null || allowed === null)
    return `${is}, and that is not right.${outside(got.wrong)}`;
  if (error === 'NaN' && yours !== 'NaN') return `${is}, where ${what} is NaN.`;
  if (!Number.isFinite(error)) return `${is}, where ${what} is something else.`;
  return `${is}. That is ${short(error)} away from ${what}; ${short(allowed)} is allowed.${outside(got.wrong)}`;
}

/** How many entries are outside the tolerance, where there is more than one to count. */
function outside(wrong: Got['wrong']): string {
  if (wrong === null || wrong.of < 2) return '';
  return wrong.entries === 1
    ? ` It is the only one of ${wrong.of} entries that is outside the tolerance.`
    : ` ${wrong.entries} of ${wrong.of} entries are outside the tolerance, this one the furthest.`;
}

/** Names what lacks as an exported function, and asks for its spelling. */
function notExported({ got }: CheckResult, file: string): string {
  const names = (got?.names ?? []).map((each) => `"${each}"`);
  if (names.length === 0) return `${file} lacks an exported function of the stub.`;
  return names.length === 1
    ? `${file} has no exported function ${names[0]}. Is its name spelled as in the stub, with "export" in front?`
    : `${file} has no exported functions ${listed(names)}. Are their names spelled as in the stub, with "export" in front?`;
}

/** What the trained network got right, beside what is asked for. */
function tooFew({ got, tried }: CheckResult): string {
  if (got?.measured == null || tried.threshold === null)
    return 'The trained network gets too few of the new points right.';
  const [share, asked] = [percent(toFloat(got.measured)), percent(tried.threshold)];
  const nearly = share === asked ? 'a little less than ' : '';
  return `The trained network gets ${nearly}${share} of the new points right; at least ${asked} are asked for.`;
}

const SENTENCES: Readonly<Record<Reason, Sentence>> = {
  'as-expected': () => '',

  'file-missing': (_, { file }) => `There is no ${file} in this submission.`,
  'file-refused': ({ got }, { path, file }) =>
    `${path ?? file} ${REFUSED[got?.words ?? ''] ?? 'cannot be read'}.`,
  'syntax-error': (check, { file }) =>
    `${file} cannot be read as a program${at(check)}${check.got?.words == null ? '' : `: ${check.got.words}`}`,
  'forbidden-import': (check) =>
    `${(check.got?.words ?? 'The file imports what this exercise cannot import').replace(/\.$/, '')}${at(check)}.`,
  'threw-while-loading': (check, { file }) =>
    `${file} stops with an error while it is loaded, before any function is called${thrown(check)}`,
  'stopped-while-loading': ({ got }, { file }) =>
    `${file} was stopped while it was loaded${LOADING[got?.words ?? ''] ?? ''}`,
  'export-missing': (check, { file }) => notExported(check, file),
  'not-written': ({ got }) => `${got?.names[0] || 'A function'} is not written yet.`,

  threw: (check) => `Your code stopped with an error${inCase(check)}${thrown(check)}`,
  'timed-out': (check, { limits }) =>
    `Your code did not come to an end within ${seconds(limits.seconds)}${inCase(check)} and was stopped. Is there a loop that never ends?`,
  'out-of-memory': (check, { limits }) =>
    `Your code used up its memory of ${limits.memory} MB${inCase(check)} and was stopped. Does something grow in a loop?`,
  'too-much-output': (check, { limits }) =>
    `Your code returned far more than it should${inCase(check)}, above ${limits.output} KB. Does a list grow without end?`,
  'ended-early': (check) => `Your code ended in a way that left no answer${inCase(check)}.`,
  'not-reached': () => 'This was not tried to its end, because your code had to be stopped before.',

  'nothing-returned': (check) =>
    check.got?.names[0] === undefined
      ? `Nothing came back${inCase(check)}. Is a "return" missing?`
      : `Nothing came back as ${check.got.names[0]}${inCase(check)}. Is a "return" missing, or a name in what you return?`,
  'not-numbers': (check) =>
    `${name(check)} cannot be read as numbers${inCase(check)}: what came back is ${came(check)}.${
      check.got?.words === 'a list'
        ? ' Is every entry a number, and are all rows of one length?'
        : ''
    }`,
  'wrong-shape': (check) =>
    check.got?.shape == null
      ? `${name(check)} has the wrong shape${inCase(check)}.`
      : `${name(check)} is ${shape(check.got.shape.yours)}${inCase(check)}; it should be ${shape(check.got.shape.expected)}.`,
  'not-finite': (check) =>
    check.got?.worst == null
      ? `${name(check)} holds a number that is not finite${inCase(check)}.`
      : `${entry(name(check), check.got.worst.index)} is ${short(check.got.worst.yours)}${inCase(check)}, where a finite number is due.`,
  'values-differ': (check) => differs(check, 'the reference'),
  'words-differ': (check) =>
    check.got?.due == null || check.got.due === check.got.words
      ? `${name(check)} came back as ${came(check)}${inCase(check)}; that of the reference is not the same.${
          /^(a list|an object)/.test(came(check))
            ? ' Compare how long it is and what is in it.'
            : ''
        }`
      : `${name(check)} came back as ${came(check)}${inCase(check)}; it should be ${check.got.due}.`,
  'gradient-differs': (check) => differs(check, 'the measured slope of the loss'),
  'below-threshold': tooFew,
  'loss-does-not-fall': () =>
    'After training, the loss on new points is not lower than before: nothing was learned that helps there.',
  'does-not-fall': (check) =>
    check.got?.worst == null
      ? `${name(check)} does not fall${inCase(check)}.`
      : `${entry(name(check), check.got.worst.index)} is ${short(check.got.worst.yours)}${inCase(check)}, which is not below the number before it.`,
  'input-changed': (check) => {
    const names = check.got?.names ?? [];
    const which = names.length === 0 ? '' : `: ${listed(names)}`;
    return `Your function changed what it was given${inCase(check)}${which}. Make a new matrix instead.`;
  },
  'not-repeatable': (check) =>
    `Called a second time with the same inputs, your function returned something else${inCase(check)}. Does it keep something between calls?`,
  'rows-do-not-add-up': (check) =>
    check.got?.worst == null
      ? `The rows of ${name(check)} do not all add up to 1${inCase(check)}.`
      : `Row ${check.got.worst.index[0] ?? 0} of ${name(check)} (counted from 0) adds up to ${short(check.got.worst.yours)}${inCase(check)}; every row should add up to 1.`,
  'forbidden-name': (check) =>
    `Your file uses ${check.got?.names[0] ?? 'a name'}${at(check)}, which this exercise asks you not to use.`,
  'name-missing': (check, { file }) =>
    check.got?.place == null
      ? notExported(check, file)
      : `${name(check)}${at(check)} should be a function with the parameters of the stub.`,

  'reference-failed': ({ got, tried }) =>
    tried.against === 'the source' && got?.case == null
      ? 'The text of your file could not be looked into. This is not your mistake: tell your teacher.'
      : 'The reference itself did not give an answer here. This is not your mistake: tell your teacher.',
  'too-many-kinks': () =>
    'The measured slopes were not clear enough to judge by. This is not your mistake: tell your teacher.',
  'no-such-probe': () =>
    'The exercise asks for a probe that it does not have. This is not your mistake: tell your teacher.',
  'waits-for-exercise': ({ means }) =>
    `This runs through ${means.waitsFor ?? 'an earlier exercise'}, which is not right yet. It is judged as soon as that is.`,
};

/** The check to look at first: the first that failed, in the order of the course. */
export function firstToDo(
  exercises: readonly ExerciseResult[],
): { readonly exercise: ExerciseResult; readonly check: CheckResult } | null {
  for (const exercise of exercises) {
    const check = exercise.checks.find(({ status }) => status === 'fail');
    if (check !== undefined) return { exercise, check };
  }
  return null;
}

/** Title and hint of the known mistake that a check looks like, or of what its numbers look like, or `null`. */
export function clueOf({ means }: CheckResult, { mistakes }: ExerciseResult): Clue | null {
  const [first, second] = [means.mistake, means.and].map((wanted) =>
    mistakes.find(({ id }) => id === wanted),
  );
  if (first === undefined) return clueIn(means.signatures ?? []);
  if (second === undefined) return first;
  return {
    title: `${first.title}; and at the same time ${second.title}`,
    hint: `These are two things; begin with the first. ${first.hint}`,
  };
}

/** Names of the functions that lack, when that is all that an untouched exercise lacks; else `null`. */
export function unwrittenNames({ checks }: ExerciseResult): readonly string[] | null {
  if (checks.some(({ reason }) => reason !== 'not-written')) return null;
  return [...new Set(checks.flatMap(({ got }) => got?.names ?? []))];
}

/** What is to be said of checks that are neither right nor wrong; nothing where there are none. */
export function unjudgedInWords(checks: readonly CheckResult[]): string | null {
  const count = (status: CheckResult['status']) =>
    checks.filter((check) => check.status === status).length;
  const [errors, waiting] = [count('error'), count('skip')];
  const words = [
    ...(errors === 0
      ? []
      : [
          `${errors === 1 ? 'One check' : `${errors} checks`} could not be judged. That is not your mistake: your teacher has to look at it.`,
        ]),
    ...(waiting === 0
      ? []
      : [
          `${waiting === 1 ? 'One check waits' : `${waiting} checks wait`} for an earlier exercise and will be judged as soon as that is right.`,
        ]),
  ];
  return words.length === 0 ? null : words.join(' ');
}
