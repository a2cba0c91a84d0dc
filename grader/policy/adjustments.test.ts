import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY, DUE, HOUR, worthOf } from '../testing/policies.ts';
import { parseAdjustments } from './adjustments.ts';

const exercises = worthOf(10_000, 5_500);
const HEADER = 'student,exercise,points,extension,excused,comment,by,why';
const parse = (...lines: readonly string[]) =>
  parseAdjustments([HEADER, ...lines].join('\n'), exercises);

test('a row is read as it was meant', () => {
  expect(parse('ada,02,5.5,,,"Good, ""Ada"".",Hopper,oral exam')).toEqual({
    problems: [],
    adjustments: [
      {
        line: 2,
        student: 'ada',
        exercise: '02-exercise',
        points: 5_500,
        extension: null,
        excused: false,
        comment: 'Good, "Ada".',
        by: 'Hopper',
        why: 'oral exam',
      },
    ],
  });
});

test.each(['2', '02', '02-exercise'])('an exercise can be written as %s', (exercise) => {
  expect(parse(`ada,${exercise},1,,,,b,w`).adjustments).toMatchObject([
    { exercise: '02-exercise' },
  ]);
});

test('an exercise can be given a comment without points', () => {
  expect(parse('ada,02,,,,See me.,b,w').adjustments).toMatchObject([
    { exercise: '02-exercise', points: null, comment: 'See me.' },
  ]);
});

test.each([
  ['2 days', { more: 2 * DAY }],
  ['+1 day', { more: DAY }],
  ['36 hours', { more: 36 * HOUR }],
  ['2026-03-05T12:00:00Z', { until: DUE }],
  ['2026-03-05T13:00+01:00', { until: DUE }],
  ['2026-03-05 13:00+0100', { until: DUE }],
])('an extension can be written as %s', (extension, expected) => {
  expect(parse(`ada,,,${extension},,,b,w`).adjustments).toMatchObject([{ extension: expected }]);
});

test.each(['yes', 'TRUE', 'x', '1', 'EX'])('excused can be written as %s', (excused) => {
  expect(parse(`ada,,,,${excused},,b,w`).adjustments).toMatchObject([{ excused: true }]);
});

test.each([
  ['ada,09,1,,,,b,w', 'there is no exercise 09; choose from 01-exercise, 02-exercise'],
  ['ada,02,6,,,,b,w', '6 points are more than the 5.5 that 02-exercise is worth'],
  ['ada,,16,,,,b,w', '16 points are more than the 15.5 that the whole is worth'],
  ['ada,,"7,5",,,,b,w', '"7,5" has a comma; write 7.5'],
  [
    'ada,,-1,,,,b,w',
    '"-1" is no number of points; write one like 7.5, with at most three decimals',
  ],
  [
    'ada,,1e3,,,,b,w',
    '"1e3" is no number of points; write one like 7.5, with at most three decimals',
  ],
  [
    'ada,,0.0001,,,,b,w',
    '"0.0001" is no number of points; write one like 7.5, with at most three decimals',
  ],
  ['ada,,1,,,,,w', 'it does not say who decided it ("by")'],
  ['ada,,1,,,,b,', 'it does not say why ("why")'],
  [',,1,,,,b,w', 'it does not say which student'],
  ['ada,,,,,,b,w', 'it changes nothing; give points, an extension, excused or a comment'],
  ['ada,,,,no,,b,w', 'it changes nothing; give points, an extension, excused or a comment'],
  ['ada,,,,maybe,,b,w', 'excused is "maybe"; write yes or no'],
  [
    'ada,1,,,yes,,b,w',
    'an exercise can be given points or a comment and nothing else; an extension and excused are for the whole',
  ],
  [
    'ada,1,5,2 days,,,b,w',
    'an exercise can be given points or a comment and nothing else; an extension and excused are for the whole',
  ],
  [
    'ada,,,2026-03-05 12:00,,,b,w',
    '"2026-03-05 12:00" is no extension; write 2 days, or a date with a time and its zone like 2026-03-07T23:59+01:00',
  ],
  [
    'ada,,,2026-02-30T12:00Z,,,b,w',
    '"2026-02-30T12:00Z" is no extension; write 2 days, or a date with a time and its zone like 2026-03-07T23:59+01:00',
  ],
  [
    'ada,,1,,,Good, Ada,b,w',
    'it has 9 cells, but there are 8 columns; does a text with a separator need quotes?',
  ],
])('the row %j is refused, because %s', (line, problem) => {
  expect(parse(line)).toEqual({ adjustments: [], problems: [`line 2: ${problem}`] });
});

test('everything that is wrong in a row is said, and the other rows hold', () => {
  const { adjustments, problems } = parse('ada,09,x,,,,,', 'ben,,1,,,,b,w');
  expect(problems.map((words) => words.slice(0, 26))).toEqual([
    'line 2: there is no exerci',
    'line 2: "x" is no number o',
    'line 2: it does not say wh',
    'line 2: it does not say wh',
  ]);
  expect(adjustments).toMatchObject([{ student: 'ben', line: 3 }]);
});

test('lines are those of an editor, whatever is empty or goes over several of them', () => {
  const { adjustments } = parse('ada,,1,,,"two', 'lines",b,w', '', ',,,,,,,', 'ben,,1,,,,b,w');
  expect(adjustments.map(({ line }) => line)).toEqual([2, 6]);
});

test('points are set once', () => {
  const { adjustments, problems } = parse(
    'ada,01,1,,,,b,w',
    'ada,01,2,,,,b,w',
    'ada,,2,,,,b,w',
    'ben,01,2,,,,b,w',
  );
  expect(problems).toEqual(['line 3: line 2 already sets the points of "ada" for 01-exercise']);
  expect(adjustments.map(({ line }) => line)).toEqual([2, 4, 5]);
});

describe('as a spreadsheet writes it', () => {
  test.each([
    ['with semicolons', 'student;points;by;why;;\r\nada;1;b;w, x;;\r\n'],
    ['with tabs', 'student\texercise\tpoints\tby\twhy\nada\t\t1\tb\tw, x\n'],
    ['with a byte order mark', '\ufeffStudent , Points,By,Why\nada,1,b,"w, x"'],
    ['with columns in another order', 'why,by,points,student\n"w, x",b,1,ada'],
  ])('%s it is understood', (_, text) => {
    expect(parseAdjustments(text, exercises)).toMatchObject({
      problems: [],
      adjustments: [{ student: 'ada', points: 1_000, by: 'b', why: 'w, x' }],
    });
  });

  test('an id has the apostrophe no more that our own gradebook puts before it', () => {
    expect(parse("'=ada,,1,,,,b,w").adjustments).toMatchObject([{ student: '=ada' }]);
    expect(parse("'t Hooft,,1,,,,b,w").adjustments).toMatchObject([{ student: "'t Hooft" }]);
  });
});

test.each([
  [
    'student,by,why,mark\n',
    'line 1: there is no column "mark"; choose from student, exercise, points, extension, excused, comment, by, why',
  ],
  ['student,points,why\n', 'line 1: the column "by" is missing'],
  ['student,by,why,by\n', 'line 1: the column "by" is there twice'],
  [
    'student,by,why\nada,"b,w\n',
    'line 2: the quotes are not those of CSV; a text with quotes stands in quotes, and those in it are doubled',
  ],
])('the document %j is refused, because of %s', (text, problem) => {
  expect(parseAdjustments(text, exercises)).toEqual({ adjustments: [], problems: [problem] });
});

test.each(['', '\n\n', '\ufeff', HEADER])('in %j there is nothing', (text) => {
  expect(parseAdjustments(text, exercises)).toEqual({ adjustments: [], problems: [] });
});

test('whatever stands in it, it is read or refused and never throws', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 8 }),
    fc.constantFrom('"', ',', '\n', '\r', ';', 'ada', '1', '__proto__', 'student,by,why\n'),
  );
  const property = fc.property(fc.array(cell), (cells) => {
    const { adjustments, problems } = parseAdjustments(cells.join(''), exercises);
    expect(adjustments.length + problems.length).toBeGreaterThanOrEqual(0);
  });
  fc.assert(property);
});
