import { expect, test } from 'vitest';
import { ResultSchema } from '../grader/contract/result.ts';
import { parsed } from '../grader/contract/validator.ts';
import { eventful } from '../grader/testing/reasons.ts';
import { report } from './json.ts';

const text = report.render(eventful, { colour: false });

test('a result that is written can be read again', () => {
  const expectation = { code: 'broken-result', what: 'the report', remedy: '' } as const;
  expect(parsed(ResultSchema, text, expectation)).toEqual(eventful);
});

test('it is laid out for reading', () => {
  expect(text).toMatch(/^\{\n {2}"schema": "chainrule\/result",\n.*\n\}\n$/s);
});
