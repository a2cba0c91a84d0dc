import { expect, test } from 'vitest';
import { CLASSROOM50 } from '../grader/testing/authorities.ts';
import { golden } from '../grader/testing/golden.ts';
import { report as annotations } from './annotations.ts';
import { renderClass } from './class/page.ts';
import { report as classroom } from './classroom.ts';
import { report as classroom50 } from './classroom50.ts';
import { report as comment } from './comment.ts';
import { report as ctrf } from './ctrf.ts';
import { report as gradescope } from './gradescope.ts';
import { report as html } from './html.ts';
import { report as instructor } from './instructor.ts';
import { report as json } from './json.ts';
import { report as junit } from './junit.ts';
import { report as markdown } from './markdown.ts';
import { report as prairielearn } from './prairielearn.ts';
import { report as releaseBody } from './release-body.ts';
import { report as sarif } from './sarif.ts';
import { report as summary } from './summary.ts';
import { report as tap } from './tap.ts';
import { report as terminal } from './terminal.ts';

// What every format makes of one real result. Regenerated only on purpose, and read
// before it is kept: `npx vitest run reports/golden --update`.

const formats = [
  ['feedback.html', html],
  ['instructor.html', instructor],
  ['result.json', json],
  ['feedback.md', markdown],
  ['terminal.txt', terminal],
  ['release-body.md', releaseBody],
  ['junit.xml', junit],
  ['ctrf.json', ctrf],
  ['chainrule.sarif', sarif],
  ['result.tap', tap],
  ['classroom.json', classroom],
  ['classroom50.json', classroom50],
  ['gradescope.json', gradescope],
  ['prairielearn.json', prairielearn],
  ['summary.md', summary],
  ['comment.md', comment],
  ['annotations.txt', annotations],
] as const;

test.each(formats)('%s is drawn as it was', async (file, report) => {
  const text = report.render(golden, { colour: false, submissionAt: 'ada', platform: CLASSROOM50 });
  await expect(text).toMatchFileSnapshot(`./golden/${file}`);
});

test('the page of a class is drawn as it was', async () => {
  const member = (result: typeof golden) => ({
    result,
    page: `${result.submission}.html`,
    instructorPage: `instructor/${result.submission}.html`,
  });
  const members = [golden, { ...golden, submission: 'another' }].map(member);
  await expect(renderClass(members, { title: 'course' })).toMatchFileSnapshot(
    './golden/class.html',
  );
});

test.each([
  ['a student', html],
  ['an instructor', instructor],
])('the page for %s stays below 300 KiB', (_, report) => {
  const page = report.render(golden, { colour: false });
  expect(Buffer.byteLength(page)).toBeLessThan(300 * 1024);
});
