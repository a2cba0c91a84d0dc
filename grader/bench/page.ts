import { readFile } from 'node:fs/promises';
import { report } from '../../reports/html.ts';
import type { Result } from '../contract/result.ts';

// Milliseconds of processor time that a page takes: the first of a process, and the
// median of those after it.

const [file = ''] = process.argv.slice(2);
// Written by the grader a moment before.
const result = JSON.parse(await readFile(file, 'utf8')) as Result;

const times = Array.from({ length: 21 }, () => {
  const before = process.cpuUsage();
  report.render(result, { colour: false });
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
});
const [first, ...others] = times;
console.log(JSON.stringify({ first, warm: others.sort((a, b) => a - b)[10] }));
