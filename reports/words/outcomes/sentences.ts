import type { CheckResult, Got, Reason } from '../../../grader/contract/result.ts';
import { entry, shape, short } from '../numbers.ts';
import { listed } from '../phrases.ts';
import { OF_DATA_SETS } from './data-sets.ts';
import { OF_ROWS } from './rows.ts';
import { at, came, inCase, name, type Sentence, thrown } from './sentence.ts';
import { OF_TRAINED_NETWORKS } from './trained.ts';

/** A sentence or two for every reason. */
export const SENTENCES: Readonly<Record<Reason, Sentence>> = {
  ...OF_ROWS,
  ...OF_TRAINED_NETWORKS,
  ...OF_DATA_SETS,

  'as-expected': () => '',

  'file-missing': (_, { file }) => `There is no ${file} in this submission.`,
  'file-refused': ({ got }, { path, file }) =>
    `${path ?? file} ${REFUSED[got?.words ?? ''] ?? 'cannot be read'}.`,
  'syntax-error': (check, { file }) =>
    `${file} cannot be read as a program${at(check)}${check.got?.words == null ? '' : `: ${check.got.words}`}`,
  'forbidden-import': (check) =>
    `${(check.got?.words ?? 'The file imports what this exercise cannot import').replace(/\.$/, '')}${at(check)}.`,
  'threw-while-loading': (check, { file }) =>
    `${file} stops with an error while it is loaded, before any function is called${at(check)}${thrown(check)}`,
  'stopped-while-loading': ({ got }, { file }) =>
    `${file} was stopped while it was loaded${LOADING[got?.words ?? ''] ?? ''}`,
  'export-missing': (check, { file }) => notExported(check, file),
  'not-written': ({ got }) => `${got?.names[0] || 'A function'} is not written yet.`,

  threw: (check) => `Your code stopped with an error${inCase(check)}${at(check)}${thrown(check)}`,
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
  'spread-differs': (check) => {
    const { words = null, measured = null, due = null } = check.got ?? {};
    if (words === null || measured === null)
      return `The numbers of ${name(check)} are not spread as they should be${inCase(check)}.`;
    if (words === 'distinct')
      return `${name(check)} holds only ${short(measured)} different numbers${inCase(check)}. Is each of them a draw of its own? Chance alone practically never gives one number twice.`;
    if (words === 'furthest')
      return `One of the numbers of ${name(check)} is ${short(measured)}${inCase(check)}. Chance alone does not lead that far from the others.`;
    const is = `The ${words} of all numbers of ${name(check)} is ${short(measured)}${inCase(check)}`;
    return due === null
      ? `${is}. Chance alone does not lead that far from what is due.`
      : `${is}; ${due} is due. Chance alone does not lead that far.`;
  },
  'outside-the-band': (check) => {
    const { got } = check;
    if (got?.worst == null) return `${name(check)} lies outside its band${inCase(check)}.`;
    const is = `${entry(name(check), got.worst.index)} is ${short(got.worst.yours)}${inCase(check)}`;
    return got.due === null
      ? `${is}, which is outside the band that the lesson gives.`
      : `${is}; it should be ${got.due}.`;
  },
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
