import { expect, test } from 'vitest';
import { commandIn, keysIn } from './typed.ts';

test.each([
  ['h', ['hint']],
  ['H', ['hint']],
  ['\u001b[A', ['up']],
  ['\u001bOB', ['down']],
  ['\u001b[1;5B', ['down']],
  ['\u001b', ['escape']],
  ['jj\r', ['down', 'down', 'enter']],
  ['\u0003', ['quit']],
  ['\u001b[3~x', []],
  ['ä漢', []],
])('%j is %j', (sent, keys) => {
  expect(keysIn(sent)).toEqual(keys);
});

test.each([
  ['h', { key: 'hint' }],
  [' Next ', { key: 'next' }],
  ['2', { exercise: '2' }],
  ['02-backward-pass', { exercise: '02-backward-pass' }],
  ['', null],
  ['hello', null],
])('the line "%s" means %j', (line, meant) => {
  expect(commandIn(line)).toEqual(meant);
});
