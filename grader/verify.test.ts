import { expect, test } from 'vitest';
import { Analyst } from './analysis/analyst.ts';
import type { CheckKind } from './contract/check-kind.ts';
import { readCourse } from './intake/course.ts';
import { readPackageTypes } from './intake/package-types.ts';
import { loadCheckKinds } from './load.ts';
import { Sessions } from './sandbox/sessions.ts';
import { always } from './testing/judging.ts';
import { temporaryFolder, writeFiles } from './testing/temporary.ts';
import { toyCourse } from './testing/toy-course.ts';
import { type Proof, type Verification, verify } from './verify.ts';

/** What is proved of the toy course on one seed. */
async function proved(own: Partial<Verification> = {}): Promise<readonly Proof[]> {
  const folder = await temporaryFolder();
  await writeFiles(folder, toyCourse);
  const course = await readCourse(folder);
  const analyst = new Analyst(await readPackageTypes());
  return verify({
    course,
    kinds: await loadCheckKinds(course),
    analyst,
    sessions: new Sessions(),
    exercises: course.exercises,
    seeds: 1,
    progress: () => undefined,
    ...own,
  }).finally(() => analyst.close());
}

const claimOf = (proofs: readonly Proof[], claim: Proof['claim']) =>
  proofs.find((proof) => proof.claim === claim);

test('what a check remembers from one run to the next is a breach', async () => {
  let judged = 0;
  const counting: CheckKind = {
    ...always({ status: 'pass', got: {} }),
    judge() {
      judged += 1;
      return { status: 'pass', got: { margin: judged } };
    },
  };
  const kinds = new Map([
    ['matches', counting],
    ['property', always({ status: 'pass', got: {} })],
  ]);
  expect(claimOf(await proved({ kinds }), 'same bytes')).toMatchObject({
    holds: false,
    detail: 'two runs differ in doubles',
  });
});

test('each step is told when it is done', async () => {
  const steps: string[] = [];
  await proved({ seeds: 2, progress: (done) => steps.push(done) });
  expect(steps).toEqual([
    'solutions, seed 1 of 2',
    'solutions, seed 2 of 2',
    'stubs',
    'mistakes of 01-double',
  ]);
});
