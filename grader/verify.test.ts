import { describe, expect, test } from 'vitest';
import type { CheckKind } from './contract/check-kind.ts';
import { classroom } from './testing/classroom.ts';
import { always } from './testing/judging.ts';
import { toyCourse } from './testing/toy-course.ts';
import type { Proof, Verification } from './verify/proof.ts';

/** What is proved of the toy course on one seed. */
async function proved(
  own: Partial<Verification> = {},
  files: Readonly<Record<string, string>> = {},
): Promise<readonly Proof[]> {
  return (await classroom({ ...toyCourse, ...files })).proved(own);
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
  const checks = new Map([
    ['matches', counting],
    ['property', always({ status: 'pass', got: {} })],
  ]);
  const kinds = { checks, pictures: new Map() };
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

describe('a breach is', () => {
  const mistakes = toyCourse['solutions/01-double/mistakes.ts'];

  test('a stub that earns points', async () => {
    const stub = toyCourse['exercises/01-double/double.ts'].replace(
      "throw new Error('Not written yet: half');",
      'return z / 2;',
    );
    const proofs = await proved({}, { 'exercises/01-double/double.ts': stub });
    expect(claimOf(proofs, 'stub')).toMatchObject({
      holds: false,
      detail: 'gives points for half',
    });
  });

  test('a picture that cannot be drawn of the solution', async () => {
    const manifest = JSON.parse(toyCourse['exercises/01-double/exercise.json']);
    const picture = {
      kind: 'curves',
      probe: 'absent',
      title: 'Twice',
      words: 'To look at.',
      with: { x: { label: 'x' }, y: { label: 'y' }, curves: { twice: 'twice' } },
    };
    const text = JSON.stringify({ ...manifest, pictures: [picture] });
    const proofs = await proved({}, { 'exercises/01-double/exercise.json': text });
    expect(claimOf(proofs, 'solution')).toMatchObject({
      holds: false,
      detail: expect.stringContaining('seed 1: the picture "Twice" cannot be drawn'),
    });
  });

  test('a mistake that costs nothing', async () => {
    const harmless = mistakes.replace('Z.mul(2)', 'Matrix.add(Z, Z)');
    const proofs = await proved({}, { 'solutions/01-double/mistakes.ts': harmless });
    expect(claimOf(proofs, 'mistakes')).toMatchObject({
      holds: false,
      detail: expect.stringContaining('full marks for in-place'),
    });
  });

  test('a mistake that cannot be told from another', async () => {
    const entry = /\{.*\},\n/s.exec(mistakes)?.[0] ?? '';
    const twin = entry.replace("'in-place'", "'twin'").replace('Z.mul(2)', 'Z.add(Z)');
    const both = mistakes.replace(entry, entry + twin);
    const proofs = await proved({}, { 'solutions/01-double/mistakes.ts': both });
    expect(claimOf(proofs, 'mistakes')).toMatchObject({
      holds: false,
      detail: 'in-place is not named, twin is not named',
    });
  });

  test('a stub that no longer follows from its solution', async () => {
    const solution = toyCourse['solutions/01-double/solution.ts'].replace(
      'export function half',
      '/** Half. */\nexport function half',
    );
    const proofs = await proved({}, { 'solutions/01-double/solution.ts': solution });
    expect(claimOf(proofs, 'drift')).toMatchObject({
      holds: false,
      detail: expect.stringContaining('run "chainrule stub"'),
    });
  });
});
