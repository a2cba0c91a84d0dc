import { describe, expect, test } from 'vitest';
import { machine, wasCrowdedOut } from './machine.ts';

/** Work that ends when it is told to, and says when it began and ended. */
function work(name: string, diary: string[]) {
  let end: () => void = () => undefined;
  const done = new Promise<void>((resolve) => {
    end = resolve;
  });
  const run = async (): Promise<void> => {
    diary.push(`${name} begins`);
    await done;
    diary.push(`${name} ends`);
  };
  return { run, end };
}

/** Lets everything go on that can. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

test('calls work beside each other', async () => {
  const diary: string[] = [];
  const [a, b] = [work('a', diary), work('b', diary)];
  const both = [machine.among(a.run), machine.among(b.run)];
  await settle();
  expect(diary).toEqual(['a begins', 'b begins']);
  a.end();
  b.end();
  await Promise.all(both);
});

test('one that wants the machine alone waits for those before it and holds up those after it', async () => {
  const diary: string[] = [];
  const [before, alone, after] = ['before', 'alone', 'after'].map((name) => work(name, diary));
  const all = [
    machine.among(before?.run ?? settle),
    machine.alone(alone?.run ?? settle),
    machine.among(after?.run ?? settle),
  ];
  await settle();
  expect(diary).toEqual(['before begins']);
  before?.end();
  await settle();
  expect(diary).toEqual(['before begins', 'before ends', 'alone begins']);
  after?.end();
  alone?.end();
  await Promise.all(all);
  expect(diary.slice(3)).toEqual(['alone ends', 'after begins', 'after ends']);
});

test('two that want it alone have it one after the other', async () => {
  const diary: string[] = [];
  const [a, b] = [work('a', diary), work('b', diary)];
  const both = [machine.alone(a.run), machine.alone(b.run)];
  a.end();
  b.end();
  await Promise.all(both);
  expect(diary).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
});

test('those who come between two that want it alone have their turn between them', async () => {
  const diary: string[] = [];
  const [first, between, second] = ['first', 'between', 'second'].map((name) => work(name, diary));
  const all = [
    machine.alone(first?.run ?? settle),
    machine.among(between?.run ?? settle),
    machine.alone(second?.run ?? settle),
  ];
  first?.end();
  await settle();
  expect(diary).toEqual(['first begins', 'first ends', 'between begins']);
  between?.end();
  second?.end();
  await Promise.all(all);
  expect(diary.slice(3)).toEqual(['between ends', 'second begins', 'second ends']);
});

test('work that fails leaves the machine to others', async () => {
  const failing = async (): Promise<never> => Promise.reject(new Error('no'));
  await expect(machine.alone(failing)).rejects.toThrow('no');
  await expect(machine.among(failing)).rejects.toThrow('no');
  expect(await machine.alone(async () => 'free')).toBe('free');
});

describe('a call that was late was crowded out', () => {
  test('when it had less of the processor than the clock says', () => {
    expect(wasCrowdedOut(300, 1)).toBe(true);
  });

  test('but not when it had the processor to itself', () => {
    expect(wasCrowdedOut(990, 1)).toBe(false);
  });
});
