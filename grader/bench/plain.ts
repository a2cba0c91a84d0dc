import { performance } from 'node:perf_hooks';
import { first } from './numeric-work.ts';

// The work of the wall's bench in a plain process: what its time behind the wall is held against.

const start = performance.now();
const sum = first();
const time = performance.now() - start;
if (!Number.isFinite(sum)) throw new Error('the work came to nothing');
process.stdout.write(`${time}\n`);
