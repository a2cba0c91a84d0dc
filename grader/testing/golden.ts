import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Result, ResultSchema } from '../contract/result.ts';
import { parsed } from '../contract/validator.ts';
import { projectRoot } from './command-line.ts';

/**
 * A real result, kept as it was graded once: right and wrong exercises, pictures, a
 * file that does not parse and one that never ends. What every report makes of it
 * is kept beside it.
 */
export const golden: Result = parsed(
  ResultSchema,
  readFileSync(path.join(projectRoot, 'reports/golden/result.json'), 'utf8'),
  { code: 'broken-result', what: 'the golden result', remedy: 'Grade it anew.' },
);
