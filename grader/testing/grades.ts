import fc from 'fast-check';
import type { Grade, Student } from '../contract/class.ts';
import type { ExerciseSlug, Thousandths } from '../contract/identity.ts';
import { FIRST, SECOND, slugOf } from './documents.ts';
import { HOSTILE_WORDS } from './hostile-words.ts';

/** A student whom every platform knows by a name of its own. */
export const studentOf = (id: string, own: Partial<Student> = {}): Student => ({
  id,
  name: `Doe, ${id}`,
  email: `${id}@example.edu`,
  section: 'A',
  ids: {},
  ...own,
});

/** The same with an id on every platform; the number tells them apart. */
export const knownStudent = (nth: number, own: Partial<Student> = {}): Student =>
  studentOf(`student-${nth}`, {
    ids: {
      'canvas-id': String(9000 + nth),
      'sis-user-id': `00${nth}`,
      'sis-login-id': `login${nth}`,
      'moodle-participant': String(70 + nth),
      'org-defined-id': `0200${nth}`,
      username: `user${nth}`,
      'student-id': `0${nth}`,
      github: `hub-${nth}`,
    },
    ...own,
  });

/** Points in thousandths; a brand for tests, which write them as numbers. */
export const milli = (amount: number) => amount as Thousandths;

/** A comment on the whole. */
export const commentSaying = (words: string): Grade['comments'][number] => ({
  exercise: null,
  words,
  by: 'Prof. Hopper',
  why: 'she said so',
});

export const gradeOfStudent = (student: Student, own: Partial<Grade> = {}): Grade => ({
  student,
  status: 'graded',
  at: '2026-03-05T10:00:00Z',
  late: false,
  raw: milli(12_500),
  earned: milli(12_500),
  possible: milli(20_000),
  exercises: [
    { slug: FIRST, title: 'The first exercise', earned: milli(10_000), possible: milli(10_000) },
    { slug: SECOND, title: 'The second exercise', earned: milli(2_500), possible: milli(10_000) },
  ],
  steps: [],
  comments: [],
  ...own,
});

/**
 * A grade to which everything happened, and of which much is written.
 *
 * @param slug of the exercise whose points were set
 * @param words that are said wherever somebody may say something
 */
export const eventfulGrade = (slug: ExerciseSlug, words: string): Grade => {
  const step = (kind: Grade['steps'][number]['kind'], before: number, after: number) => ({
    ...{ kind, exercise: null, by: null, before: milli(before), after: milli(after) },
    what: `${kind}: ${words}`,
    why: words,
  });
  const decided = { by: words, why: words };
  return gradeOfStudent(studentOf(words, { name: words }), {
    late: true,
    earned: milli(13_500),
    exercises: [{ slug, title: words, earned: milli(7_500), possible: milli(10_000) }],
    steps: [
      step('hand-in', 12_500, 12_500),
      { ...step('override', 12_500, 17_500), ...decided, exercise: slug },
      step('drop', 17_500, 18_000),
      step('cap', 18_000, 15_000),
      { ...step('extension', 15_000, 15_000), ...decided },
      step('late', 15_000, 13_500),
    ],
    comments: [
      { exercise: null, words, ...decided },
      { exercise: slug, words: `${words}\n${words}`, ...decided },
      { exercise: slugOf('99-gone'), words, ...decided },
    ],
  });
};

/** Names as people have them, and as those have them who try a grader. */
export const NAMES: readonly string[] = [
  'Doe, Jane',
  'Jane "JJ" Doe',
  'Jane\nDoe',
  'Jane\r\n=1+1,99',
  '🎉 Ünïcödé 李',
  '=HYPERLINK("https://evil.test","click")',
  "@SUM(1+1)*cmd|' /C calc'!A0",
  '+1',
  '-1',
  '\t=1+1',
  ' =1+1',
  '＝1+1',
  "O'Brien",
  '    Points Possible',
  'Student',
  'a;b',
  'a\u2028b',
  '',
  ...HOSTILE_WORDS.slice(0, 6),
  ...HOSTILE_WORDS.slice(-5),
];

const name = fc.oneof(
  fc.constantFrom(...NAMES),
  fc.constant(null),
  fc.string({ unit: 'binary', maxLength: 12 }),
);

const content = fc
  .record({
    earned: fc.nat(20_000),
    possible: fc.constant(20_000),
    status: fc.constantFrom<Grade['status']>(
      'graded',
      'graded',
      'graded',
      'missing',
      'needs-review',
      'excused',
    ),
    late: fc.boolean(),
    comment: name,
    why: name,
  })
  .map(
    ({ earned, possible, status, late, comment, why }): Omit<Grade, 'student'> => ({
      ...gradeOfStudent(studentOf('')),
      status,
      at: status === 'missing' ? null : '2026-03-05T10:00:00.120Z',
      late,
      raw: milli(possible),
      earned: milli(earned),
      possible: milli(possible),
      comments: comment === null ? [] : [commentSaying(comment)],
      steps: [
        {
          kind: 'late',
          what: 'late penalty',
          exercise: null,
          by: null,
          why: why ?? '',
          before: milli(possible),
          after: milli(earned),
        },
      ],
    }),
  );

/** Grades of students whom every importer finds, whatever they are called. */
export const anyGrades: fc.Arbitrary<readonly Grade[]> = fc
  .array(fc.tuple(name, name, content), { maxLength: 12 })
  .map((made) =>
    made.map(([called, section, own], nth) => ({
      ...own,
      student: knownStudent(nth, { name: called, section }),
    })),
  );

const wildId = fc.option(
  fc.oneof(
    fc.constantFrom(
      '1',
      '2',
      '007',
      '0',
      '1.2.3',
      '1,5',
      '#5',
      'ada',
      'Ada',
      'ada ',
      '-5',
      '"',
      ',',
    ),
    fc.constantFrom(...NAMES),
  ),
  { nil: undefined },
);

/** Grades of students whose ids are missing, shared or dangerous. */
export const wildGrades: fc.Arbitrary<readonly Grade[]> = fc
  .array(
    fc.record({
      name,
      email: fc.oneof(
        fc.constant(null),
        fc.constantFrom('a@x.edu', 'A@x.edu', '=a@x.edu', ...NAMES),
      ),
      ids: fc.array(wildId, { minLength: 8, maxLength: 8 }),
      content,
    }),
    { maxLength: 8 },
  )
  .map((made) =>
    made.map(({ name: called, email, ids, content: own }, nth) => ({
      ...own,
      student: studentOf(`${ids[0] ?? ''}|${nth}`, { name: called, email, ids: namedIds(ids) }),
    })),
  );

function namedIds(ids: readonly (string | undefined)[]): Student['ids'] {
  const kinds = Object.keys(knownStudent(0).ids);
  return Object.fromEntries(
    kinds.flatMap((kind, nth) => (ids[nth] === undefined ? [] : [[kind, ids[nth]]])),
  );
}
