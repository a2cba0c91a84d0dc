import { expect, test } from 'vitest';
import { fixedKey } from './make-key.ts';
import { classroom, outcomesOf } from './testing/classroom.ts';
import { buildingOn, toyCourse } from './testing/toy-course.ts';

const course = { ...toyCourse, ...buildingOn };
const double = toyCourse['solutions/01-double/solution.ts'];
const wrongDouble = double.replace('Matrix.mul(Z, 2)', 'Matrix.mul(Z, 3)');
const quadruple = buildingOn['solutions/02-quadruple/solution.ts'].replace(
  'solution.ts',
  'double.ts',
);
const unwritten = buildingOn['exercises/02-quadruple/quadruple.ts'];

test('a loop that never ends costs its own checks and no others', async () => {
  const { graded } = await classroom(course);
  const endless = double.replace('return Matrix.mul(Z, 2);', 'for (;;) {}');
  expect(outcomesOf(await graded({ 'double.ts': endless, 'quadruple.ts': quadruple }))).toEqual([
    'doubles: fail, timed-out',
    'pure: fail, timed-out',
    'half: pass, as-expected',
    'quadruples: pass, as-expected',
    'negates: pass, as-expected',
  ]);
});

test('a program that never ends is not waited for in later exercises, and what it exports stays within reach', async () => {
  const { graded } = await classroom(course);
  const result = await graded({
    'double.ts': `${double.replace('return Matrix.mul(Z, 2);', 'for (;;) {}')}\nexport const minus = (z: number) => -z;`,
    'quadruple.ts': quadruple
      .replace('import { double }', 'import { double, minus }')
      .replace('return -z', 'return minus(z)'),
  });
  expect(outcomesOf(result).slice(-2)).toEqual([
    'quadruples: pass, as-expected',
    'negates: pass, as-expected',
  ]);
});

test('the key of a later exercise is asked for before that of an earlier one is there', async () => {
  const { graded, key } = await classroom(course);
  const made = fixedKey(await key());
  let askLater: () => void = () => undefined;
  const asked = new Promise<void>((resolve) => {
    askLater = resolve;
  });
  const exercise: typeof made.exercise = async (slug) => {
    if (slug === '02-quadruple') askLater();
    else await asked;
    return made.exercise(slug);
  };
  const result = await graded(
    { 'double.ts': double, 'quadruple.ts': quadruple },
    { ...made, exercise },
  );
  expect(result.points.earned).toBe(result.points.possible);
});

test('functions that do nothing earn nothing', async () => {
  const { graded } = await classroom(course);
  const empty = 'export function double() {}\nexport function half() {}';
  expect((await graded({ 'double.ts': empty })).points.earned).toBe(0);
});

test('where an earlier exercise fails, the reference stands in for it', async () => {
  const { graded } = await classroom(course);
  const result = await graded({ 'double.ts': wrongDouble, 'quadruple.ts': quadruple });
  expect(outcomesOf(result)).toContain('quadruples: pass, as-expected');
  expect(result.exercises[1]?.linked).toEqual(['01-double']);
});

test('where the reference stands in, helpers of the student stay within reach', async () => {
  const { graded } = await classroom(course);
  const result = await graded({
    'double.ts': `${wrongDouble}\nexport const minus = (z: number) => -z;`,
    'quadruple.ts': quadruple
      .replace('import { double }', 'import { double, minus }')
      .replace('return -z', 'return minus(z)'),
  });
  expect(result.exercises[1]?.points.earned).toBe(100_000);
});

test('the reference that stands in cannot be read', async () => {
  const { graded } = await classroom(course);
  const reading = `${quadruple}\nconsole.log(double.toString(), \`\${double}\`);`;
  const result = await graded({ 'double.ts': wrongDouble, 'quadruple.ts': reading });
  expect(result.exercises[1]?.linked).toEqual(['01-double']);
  expect(result.exercises[1]?.printed).toBe('function () { [code] } function () { [code] }\n');
});

test('with a key alone, what runs through a failing exercise waits for it', async () => {
  const { graded, key } = await classroom(course);
  const files = { 'double.ts': wrongDouble, 'quadruple.ts': quadruple };
  expect(outcomesOf(await graded(files, fixedKey(await key()))).slice(3)).toEqual([
    'quadruples: skip, waits-for-exercise',
    'negates: pass, as-expected',
  ]);
});

test('with a key alone, an export that lacks costs what runs through it and nothing else', async () => {
  const { graded, key } = await classroom(course);
  const hidden = double.replace('export function double', 'function double');
  const files = { 'double.ts': hidden, 'quadruple.ts': quadruple };
  expect(outcomesOf(await graded(files, fixedKey(await key())))).toEqual([
    'doubles: fail, export-missing',
    'pure: fail, export-missing',
    'half: pass, as-expected',
    'quadruples: skip, waits-for-exercise',
    'negates: pass, as-expected',
  ]);
});

test('what is not written waits for nobody', async () => {
  const { graded, key } = await classroom(course);
  const result = await graded(
    { 'double.ts': 'export {};', 'quadruple.ts': unwritten },
    fixedKey(await key()),
  );
  expect(outcomesOf(result)).toContain('quadruples: fail, not-written');
});

test('a course that was checked out with other ends of lines is the same course', async () => {
  const { graded, key, write } = await classroom(course);
  const made = await key();
  await write(
    Object.fromEntries(
      Object.entries(course).map(([place, text]) => [place, text.replaceAll('\n', '\r\n')]),
    ),
  );
  const again = await key();
  expect(again).toEqual(made);
  expect((await graded({ 'double.ts': double }, fixedKey(made))).points.earned).toBe(100_000);
});
