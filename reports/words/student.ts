import type { CheckResult, ExerciseResult, Reason, Status } from '../../grader/contract/result.ts';
import { entry, percent, shape, short } from './numbers.ts';

// All that a student reads about outcomes, in every format, is worded here.

/** An outcome as a word and a sign: never colour alone. */
export const OUTCOMES: Readonly<Record<Status, { readonly word: string; readonly sign: string }>> =
  {
    pass: { word: 'right', sign: '✔' },
    fail: { word: 'not yet', sign: '✘' },
    error: { word: 'could not be judged', sign: '!' },
    skip: { word: 'waits', sign: '…' },
  };

/** What was tried, in one sentence. */
export function triedInWords({ tried }: CheckResult): string {
  const cases = tried.cases === 1 ? 'one seeded case' : `${tried.cases} seeded cases`;
  const tolerance =
    tried.tolerance === null
      ? ''
      : ` Each entry may be off by ${short(tried.tolerance.absolute)} plus ${short(tried.tolerance.relative)} of its size.`;
  switch (tried.against) {
    case 'reference':
      return `Your ${tried.output} was compared with the reference, in ${cases}.${tolerance}`;
    case 'differences':
      return `Your ${tried.output} was compared with the measured slope of the loss, in ${cases}.${tolerance}`;
    case 'held-out data':
      return `The network that your code trained was tried on points it had not seen. It has to get ${percent(tried.threshold ?? 0)} of them right.`;
    case 'a rule':
      return `Your function was called in ${cases} and watched for one property.`;
    case 'the source':
      return 'The text of your file was read.';
  }
}

/** What came back, in a sentence or two; for a check that passed, nothing. */
export function outcomeInWords(check: CheckResult, exercise: ExerciseResult): string {
  const words = SENTENCES[check.reason](check, exercise).trimEnd();
  // What a compiler or an error says need not end as sentences do.
  return words === '' || /[.?!]$/.test(words) ? words : `${words}.`;
}

type Sentence = (check: CheckResult, exercise: ExerciseResult) => string;

/** "in case 2 of 3", or nothing where there is one case. */
function inCase({ got, tried }: CheckResult): string {
  if (got === null || got.case === null || tried.cases < 2) return '';
  return ` in case ${got.case + 1} of ${tried.cases}`;
}

const name = ({ got, tried }: CheckResult): string => got?.names[0] ?? tried.output ?? 'it';
const thrown = ({ got }: CheckResult): string =>
  got?.thrown == null ? 'an error' : `${got.thrown.name}: ${got.thrown.message}`;
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
  'timed-out': 'it did not come to an end in time: a loop at the top of the file?',
  'out-of-memory': 'it used up its memory',
};

/** Says how far an output is off, and where first. */
function differs(check: CheckResult, what: string): string {
  const { got } = check;
  if (got?.worst == null) return `${name(check)} differs from ${what}${inCase(check)}.`;
  const { index, yours, error, allowed } = got.worst;
  const count =
    got.wrong === null || got.wrong.of < 2
      ? ''
      : ` ${got.wrong.entries} of ${got.wrong.of} entries are outside the tolerance; this one is the furthest.`;
  return `${entry(name(check), index)} is ${short(yours)}${inCase(check)}. That is ${short(error)} away from ${what}; ${short(allowed)} is allowed.${count}`;
}

const SENTENCES: Readonly<Record<Reason, Sentence>> = {
  'as-expected': () => '',

  'file-missing': (_, { file }) => `There is no ${file} in this submission.`,
  'file-refused': ({ got }, { path, file }) =>
    `${path ?? file} ${REFUSED[got?.words ?? ''] ?? 'cannot be read'}.`,
  'syntax-error': (check, { file }) =>
    `${file} cannot be read as TypeScript${at(check)}: ${check.got?.words}`,
  'forbidden-import': (check) => `${check.got?.words}${at(check)}`,
  'threw-while-loading': (check, { file }) =>
    `${file} stops as soon as it is loaded, before any function is called: ${thrown(check)}`,
  'stopped-while-loading': ({ got }, { file }) =>
    `${file} was stopped while it was loaded: ${LOADING[got?.words ?? ''] ?? 'it ended on its own'}.`,
  'export-missing': ({ got }, { file }) =>
    `${file} has no exported function "${got?.names.join('", "')}". Is its name spelled as in the stub, with "export" in front?`,
  'not-written': ({ got }) => `${got?.names[0]} is not written yet.`,

  threw: (check) => `Your code stopped with an error${inCase(check)}: ${thrown(check)}`,
  'timed-out': (check) =>
    `Your code did not come to an end${inCase(check)} and was stopped. Is there a loop that never ends?`,
  'out-of-memory': (check) =>
    `Your code used up its memory${inCase(check)} and was stopped. Does something grow in a loop?`,
  'too-much-output': (check) =>
    `Your code returned far more than it should${inCase(check)}. Does a list grow without end?`,
  'ended-early': (check) => `Your code ended in a way that left no answer${inCase(check)}.`,
  'not-reached': (check) =>
    `This was not tried${inCase(check)}, because your code had to be stopped before.`,

  'nothing-returned': (check) =>
    `${name(check)} is ${check.got?.words}${inCase(check)}. Is a "return" missing, or a name in what you return?`,
  'not-numbers': (check) =>
    `${name(check)} should hold numbers and is ${check.got?.words}${inCase(check)}.`,
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
    `${name(check)} is ${check.got?.words}${inCase(check)}; the reference says something else.`,
  'gradient-differs': (check) => differs(check, 'the measured slope of the loss'),
  'below-threshold': ({ got, tried }) =>
    `The trained network gets ${percent(Number(got?.measured ?? 0))} of the new points right; ${percent(tried.threshold ?? 0)} are asked for.`,
  'loss-does-not-fall': () =>
    'After training, the loss on new points is not lower than before. The network does not learn.',
  'does-not-fall': (check) =>
    check.got?.worst == null
      ? `${name(check)} does not fall${inCase(check)}.`
      : `${entry(name(check), check.got.worst.index)} is ${short(check.got.worst.yours)}${inCase(check)}, which is not below the number before it.`,
  'input-changed': (check) =>
    `Your function changed what it was given${inCase(check)}: ${check.got?.names.join(', ')}. Make a new matrix instead.`,
  'not-repeatable': (check) =>
    `Called a second time with the same inputs, your function returned something else${inCase(check)}. Does it keep something between calls?`,
  'rows-do-not-add-up': (check) =>
    check.got?.worst == null
      ? `The rows of ${name(check)} do not add up to 1.`
      : `Row ${check.got.worst.index[0] ?? 0} of ${name(check)} (counted from 0) adds up to ${short(check.got.worst.yours)}${inCase(check)}; every row should add up to 1.`,
  'forbidden-name': (check) =>
    `Your file uses ${check.got?.names[0]}${at(check)}, which this exercise asks you not to use.`,
  'name-missing': (check) =>
    `An exported function "${check.got?.names[0]}" with the parameters of the stub is missing${at(check)}.`,

  'reference-failed': () =>
    'The reference itself did not give an answer here. This is not your mistake: tell your teacher.',
  'too-many-kinks': () =>
    'The measured slopes were not clear enough to judge by. This is not your mistake: tell your teacher.',
  'no-such-probe': () =>
    'The exercise asks for a probe that it does not have. This is not your mistake: tell your teacher.',
  'waits-for-exercise': ({ means }) =>
    `This runs through ${means.waitsFor}, which is not right yet. It is judged as soon as that is.`,
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

/** Title and hint of the mistake that a check looks like, or `null`. */
export function mistakeOf(
  { means }: CheckResult,
  { mistakes }: ExerciseResult,
): { readonly title: string; readonly hint: string } | null {
  return mistakes.find(({ id }) => id === means.mistake) ?? null;
}

/** Where the reference stood in for an earlier exercise, in a sentence; else nothing. */
export function linkedInWords({ linked }: ExerciseResult): string {
  return linked.length === 0
    ? ''
    : `${linked.join(' and ')} is not right yet, so this exercise was judged with the reference in its place: a mistake is paid for once.`;
}
