import { afterAll, beforeAll, expect, test } from 'vitest';
import { tracedText } from './analysis/traced.ts';
import type { Course, CourseExercise } from './contract/course.ts';
import type { KeyCase } from './contract/key.ts';
import { readCourse } from './intake/course.ts';
import { KeyMaker } from './make-key.ts';
import { compileTraced } from './sandbox/compile.ts';
import { type Observed, observe } from './sandbox/observe.ts';
import { Session } from './sandbox/session.ts';
import { stoodAt } from './sandbox/stood.ts';
import { compileInCourse, referenceLinks, solutionOf } from './solutions.ts';

const course: Course = await readCourse('.');
let keys: KeyMaker;
let session: Session;

beforeAll(() => {
  keys = new KeyMaker(course, '1');
  session = new Session(512);
});
afterAll(() => {
  keys.close();
  session.close();
});

interface Program {
  readonly name: string;
  readonly exercise: CourseExercise;
  readonly text: string;
}

/** All right programs of the course: the solutions, and other ways to write them. */
const programs = course.exercises.flatMap((exercise): readonly Program[] => {
  const { source, alternatives } = solutionOf(exercise);
  return [
    { name: exercise.slug, exercise, text: source },
    ...alternatives.map(({ name, source: text }) => ({
      name: `${exercise.slug}, ${name}`,
      exercise,
      text,
    })),
  ];
});

type Cases = Readonly<Record<string, { readonly cases: readonly KeyCase[] }>>;

/** The first case of every probe that is no whole training. */
async function shortCases({ slug }: CourseExercise): Promise<Cases> {
  const { probes } = await keys.exercise(slug);
  const short = Object.entries(probes).filter(([, { cases }]) => cases[0]?.truth === null);
  return Object.fromEntries(short.map(([name, { cases }]) => [name, { cases: cases.slice(0, 1) }]));
}

async function asWritten({ exercise, text }: Program, cases: Cases): Promise<Observed> {
  const compiled = await compileInCourse(course, exercise, text);
  return observe(session, compiled, exercise.limits, cases);
}

/** The same program as a text that keeps its lines. */
async function compiledTraced({ exercise, text }: Program) {
  const traced = tracedText(text);
  if (traced === null) throw new Error('it was not traced');
  const unit = {
    file: exercise.manifest.file,
    module: traced.text,
    probes: exercise.probes,
    packages: exercise.manifest.packages,
    links: referenceLinks(course, exercise),
  };
  return { traced, compiled: await compileTraced(unit, traced.variable) };
}

test.each(programs)('$name does what it did when it keeps its lines', async (program) => {
  const cases = await shortCases(program.exercise);
  const { compiled } = await compiledTraced(program);
  const { limits } = program.exercise;
  expect(await observe(session, compiled, limits, cases)).toEqual(await asWritten(program, cases));
});

/** One in so many lines is tried: all of them take minutes. */
const EVERY = 6;

/** Lines of a program that begin with a statement, with something on them that is nowhere. */
function broken(program: Program): readonly { readonly line: number; readonly broken: Program }[] {
  const lines = program.text.split('\n');
  const all = lines.flatMap((line, at) => {
    const begins = /^(\s+)((?:const|let|return|for|if|while)\b.*)$/.exec(line);
    if (begins === null) return [];
    const [, space = '', rest = ''] = begins;
    const text = lines.with(at, `${space}nowhere(); ${rest}`).join('\n');
    return [{ line: at + 1, broken: { ...program, text } }];
  });
  return all.filter((_, nth) => nth % EVERY === 1);
}

test.each(programs)('$name stands at whatever line of it throws', async (program) => {
  const cases = await shortCases(program.exercise);
  let found = 0;
  for (const { line, broken: wrong } of broken(program)) {
    const observed = await asWritten(wrong, cases);
    const calls = Object.entries(observed.probes).flatMap(([probe, [observation]]) => {
      const input = cases[probe]?.cases[0]?.input;
      const threw = observation?.outcome === 'threw' && observation.message.includes('nowhere');
      return threw && input !== undefined ? [{ probe, input, thrown: observation }] : [];
    });
    const { traced, compiled } = await compiledTraced(wrong);
    const lines = await stoodAt(session, compiled, traced, wrong.exercise.limits, calls);
    expect(lines, `line ${line}`).toEqual(calls.map(() => line));
    found += lines.length;
  }
  expect(found).toBeGreaterThan(0);
});
