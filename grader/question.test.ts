import { expect, test } from 'vitest';
import { questionFor } from './question.ts';

const STUB = 'f(tanh);\n';
const QUESTIONS = [
  { line: 'transpose\\(\\)', ask: 'Why is it turned?' },
  { line: 'tanh', ask: 'Which slope has it?' },
];

test.each([
  [
    'the first line that fits',
    'const a = 1;\nB.transpose();\nC.transpose();',
    2,
    'Why is it turned?',
  ],
  ['the first question that fits a line', 'tanh(z);\nB.transpose();', 2, 'Why is it turned?'],
  ['another question where the first fits none', 'a;\r\ntanh(z);', 2, 'Which slope has it?'],
  ['code and no comment', '// transpose()\n * transpose()\nB.transpose();', 3, 'Why is it turned?'],
])('a question is about %s', (_, source, line, ask) => {
  expect(questionFor(QUESTIONS, source, STUB)).toEqual({ line, ask });
});

test.each([
  ['no line fits', 'const a = 1;'],
  ['only lines of the stub fit', '  f(tanh);'],
  ['there is no file', null],
])('nothing is asked where %s', (_, source) => {
  expect(questionFor(QUESTIONS, source, STUB)).toBeNull();
});
