import { describe, expect, test } from 'vitest';
import { INTERRUPTIONS, type ModuleState } from './contract/evidence.ts';
import { REFUSED_FILE_REASONS } from './contract/submission.ts';
import { moduleFinding, observationFinding } from './unanswered.ts';

describe('a module that cannot be asked', () => {
  test('is nothing to speak of when it loaded', () => {
    expect(moduleFinding({ state: 'loaded', exports: [] })).toBeNull();
  });

  test.each<[string, ModuleState, string]>([
    ['is missing', { state: 'missing' }, 'file-missing'],
    ['is refused', { state: 'refused', why: 'binary' }, 'file-refused'],
    ['threw', { state: 'threw', name: 'TypeError', message: 'x' }, 'threw-while-loading'],
    ['was stopped', { state: 'interrupted', how: 'timed-out' }, 'stopped-while-loading'],
  ])('fails because it %s', (_, module, reason) => {
    expect(moduleFinding(module)).toMatchObject({ status: 'fail', reason });
  });

  test.each(REFUSED_FILE_REASONS)('says why it was refused: %s', (why) => {
    expect(moduleFinding({ state: 'refused', why })?.got).toEqual({ words: why });
  });

  test.each(INTERRUPTIONS)('says how it was stopped: %s', (how) => {
    expect(moduleFinding({ state: 'interrupted', how })?.got).toEqual({ words: how });
  });

  test('says what it threw', () => {
    const module = { state: 'threw', name: 'TypeError', message: 'x' } as const;
    expect(moduleFinding(module)?.got).toMatchObject({
      thrown: { name: 'TypeError', message: 'x' },
    });
  });

  test('stands at the line that threw, where it is known', () => {
    const module = { state: 'threw', name: 'TypeError', message: 'x' } as const;
    const placeOf = (state: ModuleState) => moduleFinding(state)?.got.place;
    expect(placeOf({ ...module, line: 4 })).toEqual({ line: 4, column: null });
    expect(placeOf(module)).toBeNull();
  });
});

describe('a module that does not compile', () => {
  const module = {
    state: 'does-not-compile',
    because: 'syntax',
    message: 'Unexpected ";"',
    line: 3,
    column: 5,
  } as const;

  test.each([
    ['syntax', 'syntax-error'],
    ['import', 'forbidden-import'],
  ] as const)('because of its %s is a %s', (because, reason) => {
    expect(moduleFinding({ ...module, because })).toMatchObject({ status: 'fail', reason });
  });

  test('says what is wrong where', () => {
    expect(moduleFinding(module)?.got).toEqual({
      words: 'Unexpected ";"',
      place: { line: 3, column: 5 },
    });
  });

  test.each([{ line: null }, { column: null }])('has no half place: %j', (own) => {
    expect(moduleFinding({ ...module, ...own })?.got.place).toBeNull();
  });
});

describe('a call that came back without a value', () => {
  test.each(INTERRUPTIONS)('fails as it was stopped: %s', (outcome) => {
    expect(observationFinding({ outcome }, 2, [])).toEqual({
      status: 'fail',
      reason: outcome,
      got: { case: 2 },
    });
  });

  const threw = (message: string) => ({ outcome: 'threw', name: 'TypeError', message }) as const;

  test('says what it threw', () => {
    expect(observationFinding(threw('x is undefined'), 1, [])).toEqual({
      status: 'fail',
      reason: 'threw',
      got: { case: 1, thrown: { name: 'TypeError', message: 'x is undefined' }, place: null },
    });
  });

  test('stands at the line that threw', () => {
    const { got } = observationFinding({ ...threw('x is undefined'), line: 12 }, 1, []);
    expect(got.place).toEqual({ line: 12, column: null });
  });

  test('names the function that the stub left to write', () => {
    expect(observationFinding(threw('Not written yet: forward'), 0, [])).toEqual({
      status: 'fail',
      reason: 'not-written',
      got: { case: 0, names: ['forward'] },
    });
  });

  test('names the function that is not exported', () => {
    const threwIt = threw('student.forward is not a function');
    expect(observationFinding(threwIt, 0, ['forward', 'predict'])).toEqual({
      status: 'fail',
      reason: 'export-missing',
      got: { case: 0, names: ['forward'] },
    });
  });

  test('names the class that is not exported', () => {
    const threwIt = threw('student.Layer is not a constructor');
    expect(observationFinding(threwIt, 0, ['Layer'])).toMatchObject({
      reason: 'export-missing',
      got: { names: ['Layer'] },
    });
  });

  test('does not take a method of a matrix for a missing export', () => {
    expect(observationFinding(threw('X.forward is not a function'), 0, [])).toMatchObject({
      reason: 'threw',
    });
  });

  test('does not take a part of a name for the name', () => {
    const threwIt = threw('student.forwardAll is not a function');
    expect(observationFinding(threwIt, 0, ['forward'])).toMatchObject({ reason: 'threw' });
  });
});
