import { readFileSync } from 'node:fs';
import path from 'node:path';
import sarifSchema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with {
  type: 'json',
};
import type { TSchema } from '@sinclair/typebox';
import Draft04 from 'ajv-draft-04';
import { validate } from 'ctrf';
import { Parser } from 'tap-parser';
import { validateXML } from 'xmllint-wasm';
import { firstProblem } from '../contract/validator.ts';
import { projectRoot } from './command-line.ts';
import {
  Classroom50Schema,
  ClassroomSchema,
  GradescopeSchema,
  PrairieLearnSchema,
} from './platform-schemas.ts';

// What each platform would say of a document that is not to its liking: its own
// validator, schema or parser where there is one, and else what its documents say.

/** Whatever is wrong with any of some documents, in words; nothing where all are valid. */
export type Problems = (texts: readonly string[]) => Promise<readonly string[]>;

const ofEach =
  (problems: (text: string) => readonly string[]): Problems =>
  async (texts) =>
    texts.flatMap(problems);

const junitSchema = readFileSync(
  path.join(projectRoot, 'grader/testing/schemas/junit.xsd'),
  'utf8',
);

export const junitProblems: Problems = async (texts) => {
  const { valid, errors } = await validateXML({
    xml: texts.map((contents, nth) => ({ fileName: `${nth}.xml`, contents })),
    schema: junitSchema,
  });
  return valid ? [] : errors.map(({ rawMessage }) => rawMessage);
};

export const ctrfProblems = ofEach((text) =>
  validate(JSON.parse(text)).errors.map((error) => `${error.path}: ${error.message}`),
);

// One of its patterns is none by the stricter rules of today.
const isSarif = new Draft04({
  strict: false,
  validateFormats: false,
  unicodeRegExp: false,
}).compile(sarifSchema);

export const sarifProblems = ofEach((text) =>
  isSarif(JSON.parse(text))
    ? []
    : (isSarif.errors ?? []).map((error) => `${error.instancePath}: ${error.message}`),
);

/** A test as a reader of TAP understood it. */
export interface TapTest {
  readonly ok: boolean;
  readonly name: string;
  readonly skip: string | boolean;
  readonly diag: { readonly [name: string]: unknown } | null;
}

/** What a reader of TAP makes of a document. */
export function readTap(text: string): {
  readonly tests: readonly TapTest[];
  readonly comments: readonly string[];
  readonly problems: readonly string[];
} {
  const tests: TapTest[] = [];
  const comments: string[] = [];
  const problems: string[] = [];
  const parser = new Parser({ strict: true }, ({ failures }) => {
    for (const { tapError } of failures) if (tapError) problems.push(String(tapError));
  });
  parser.on('assert', (test) => tests.push(test));
  parser.on('comment', (comment) => comments.push(comment.trim()));
  parser.on('extra', (line) => problems.push(`no TAP: ${line}`));
  parser.on('child', () => problems.push('a test within a test'));
  parser.on('bailout', (reason) => problems.push(`bailed out: ${reason}`));
  parser.end(text);
  return { tests, comments, problems };
}

export const tapProblems = ofEach((text) => readTap(text).problems);

const bySchema = (schema: TSchema): Problems =>
  ofEach((text) => {
    const problem = firstProblem(schema, JSON.parse(text));
    return problem === null ? [] : [problem];
  });

export const classroomProblems = bySchema(ClassroomSchema);
export const gradescopeProblems = bySchema(GradescopeSchema);
export const prairieLearnProblems = bySchema(PrairieLearnSchema);

/** Classroom 50 looks at a result after its runner has stamped what it knows better. */
export const classroom50Problems = ofEach((text) => {
  const stamped = {
    ...JSON.parse(text),
    owner: CLASSROOM50.OWNER,
    assignment_type: CLASSROOM50.ASSIGNMENT_TYPE,
    datetime: '2026-06-01T14:32:01Z',
    graded_at: '2026-06-01T14:33:11Z',
  };
  const problem = firstProblem(Classroom50Schema, stamped);
  if (problem !== null) return [problem];
  return [stamped, ...stamped.tests]
    .filter((each) => each.score > each['max-score'])
    .map((each) => `${each.score} of ${each['max-score']}`);
});

/** What the environment of Classroom 50 says of a submission. */
export const CLASSROOM50 = {
  CLASSROOM: 'cs-principles',
  ASSIGNMENT: 'backpropagation',
  ASSIGNMENT_TYPE: 'individual',
  OWNER: 'ada',
  USERNAME: 'ada',
  SUBMISSION_TAG: 'submit/2026-06-01T14-32-05Z-a1b2c3d',
  COMMIT_URL: 'https://example.com/course/ada/commit/a1b2c3d',
  RELEASE_URL: 'https://example.com/course/ada/releases/tag/submit',
  REVIEW_URL: 'https://example.com/course/ada/compare/0000000...a1b2c3d',
} as const;
