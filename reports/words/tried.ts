import type { CheckResult } from '../../grader/contract/result.ts';
import { percent, short } from './numbers.ts';
import { listed } from './phrases.ts';

/** What was tried, in one sentence. */
export function triedInWords({ tried }: CheckResult): string {
  const cases = tried.cases === 1 ? 'one seeded case' : `${tried.cases} seeded cases`;
  const tolerance =
    tried.tolerance === null
      ? ''
      : ` Each number may be off by ${short(tried.tolerance.absolute)} plus ${short(tried.tolerance.relative)} of its size.`;
  const outputs = tried.output?.split(', ') ?? ['output'];
  const yours = `Your ${listed(outputs)} ${outputs.length === 1 ? 'was' : 'were'}`;
  switch (tried.against) {
    case 'reference':
      return `${yours} compared with the reference, in ${cases}.${tolerance}`;
    case 'differences':
      return `${yours} compared with the measured slopes of the loss, in ${cases}.${tolerance}`;
    case 'held-out data':
      return `The network that your code trained was tried on points it had not seen.${
        tried.threshold === null
          ? ''
          : ` It has to get at least ${percent(tried.threshold)} of them right.`
      }`;
    case 'theory':
      return `${yours} held against what theory says of such draws, in ${cases}. For each output of a case, chance alone fails a right program less than once in 100 million times.`;
    case 'held-out values':
      return `The values that your trained network predicts were held against those of points it had not seen.${
        tried.threshold === null
          ? ''
          : ` It has to explain at least ${percent(tried.threshold)} of their variance; saying their mean every time explains nothing.`
      }`;
    case 'a rule':
      return `Your code was run in ${cases}, to see whether this holds in each.`;
    case 'the source':
      return 'The text of your file was read.';
  }
}
